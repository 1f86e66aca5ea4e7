"""How a negotiation goes: ideas, concessions, offers and the answers to them."""
