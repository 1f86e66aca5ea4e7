"""The lessons, and the command that opens them."""
