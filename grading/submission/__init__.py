"""A submission as hostile input: its files, its notebook, and the budget that it may take."""
