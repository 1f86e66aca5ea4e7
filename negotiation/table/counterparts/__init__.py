"""People to meet at the table: one file for each habit."""
