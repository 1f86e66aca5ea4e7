"""The debrief: what a talk came to, step by step, and what it left undone. Who looks at it sees both sides' points."""
