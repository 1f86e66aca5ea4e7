"""The instructor's desk: a local page of what `biggerpie status` shows, and of each student (`biggerpie desk`)."""
