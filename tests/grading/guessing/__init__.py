"""The best answers of a program that asks nothing: own points, what is drawn before the talk, and the texts."""
