"""The lessons as a site."""
