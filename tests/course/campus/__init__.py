"""Tests of what goes to and comes from campus systems."""
