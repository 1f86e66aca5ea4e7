"""Role plays in class: who sits with whom, a sheet for each role, a form for each agreement, and what came of it."""
