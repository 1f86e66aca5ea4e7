"""Dossiers: what each student receives of a case, drawn under a secret that stays in the instructor's course."""
