"""The similarity report."""
