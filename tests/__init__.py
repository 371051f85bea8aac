"""Tests: of the page data (unit), of the built site (site), in a real browser (browser), of a copy (fork)."""
