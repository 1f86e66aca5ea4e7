"""A JupyterHub for a course: its settings written, and what students could reach there checked."""
