"""Tests of written answers that several assistants mark."""
