"""Dossiers, from both sides and from an attacker's."""
