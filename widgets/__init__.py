"""The model made touchable."""
