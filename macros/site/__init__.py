"""What is made of the built pages after a build, whichever engine built them."""
