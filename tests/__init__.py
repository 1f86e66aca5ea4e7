"""The tests; `python -m tests` finds a browser and runs all of them."""
