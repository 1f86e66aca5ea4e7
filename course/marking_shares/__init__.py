"""Written answers marked by several assistants, some of them by two."""
