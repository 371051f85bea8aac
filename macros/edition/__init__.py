"""What a published edition is, and what it promises."""
