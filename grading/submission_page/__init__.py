"""`biggerpie show`: what a student handed in as a static page, so that nobody needs to open the files themselves."""
