"""Tests of the page that a student gets back."""
