"""`biggerpie show`: the page of what was handed in."""
