"""Every word that a reader can see and that is not prose."""
