"""Fuzzing: millions of damaged and hostile inputs for every reader of what students and learners can write."""
