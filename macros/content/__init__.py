"""Files to a guide, or to problems that say where."""
