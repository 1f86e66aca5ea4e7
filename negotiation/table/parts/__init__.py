"""Parts that counterparts are made of: levels, guesses, replies, openness, temper, and a voice."""
