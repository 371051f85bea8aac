"""A guide to HTML."""
