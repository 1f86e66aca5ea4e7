"""Each student's own version of a case: what both want, drawn under a key, and the texts that say so."""
