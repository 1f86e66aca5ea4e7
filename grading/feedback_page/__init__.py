"""The page that a student gets back: each part's answer beside what it came to, in one file that runs nothing."""
