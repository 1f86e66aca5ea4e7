"""The debrief: what a talk came to, step by step, and what it left undone. It shows both sides' points."""
