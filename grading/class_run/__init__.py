"""Grading a whole class: `biggerpie grade`, its worker processes, and what keeps it from losing anything."""
