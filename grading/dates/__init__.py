"""Dates and times as people write them: read in one way, refused where there are two, told with their zone."""
