"""What runs in the learner's browser only: a lesson's session, and stand-ins for what it does without."""
