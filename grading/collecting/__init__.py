"""Collecting: whose a file is, and copying or unpacking it so that its sender hurts nobody."""
