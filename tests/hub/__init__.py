"""Tests of the hub: its settings, what is checked, and a real one."""
