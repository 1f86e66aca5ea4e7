"""Small models beside the cases, each made to show one thing."""
