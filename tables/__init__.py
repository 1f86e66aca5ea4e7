"""Live tables: two people negotiate at one session, each on a page that holds their own side only."""
