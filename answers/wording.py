"""Words that an answer's lines begin with or hold: forms write them, marking reads them, findings repeat them."""

I_GIVE_WAY, YOU_GIVE_WAY = "I give way on", "you give way on"
LINKED_PAIR = "mine {own} + theirs {other}"
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
