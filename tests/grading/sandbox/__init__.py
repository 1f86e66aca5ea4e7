"""Tests of the sandbox for ordinary assignments."""
