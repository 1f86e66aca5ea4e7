"""The pages on which an instructor or a student looks at a submission: nbgrader's, hardened."""
