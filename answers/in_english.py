"""The words of an answer's lines in other languages: forms write the English ones, and who types may write either."""

from types import MappingProxyType

WORDS = MappingProxyType(
    {
        "schritt": "step",
        "geschenk": "gift",
        "kosten": "cost",
        "von": "of",
        "frage": "question",
        "platz": "place",
        "erste": "first",
        "zweite": "second",
        "dritte": "third",
        "ich": "i",
        "du": "you",
        "gebe": "give",
        "gibst": "give",
        "nach": "way",
        "bei": "on",
        "meins": "mine",
        "ihres": "theirs",
        "ohne": "without",
        "einigung": "a deal",
        "glücklich": "fortunate",
        "nett": "nice",
        "zugeständnis": "concession",
        "eigennützig": "selfish",
        "unglücklich": "unfortunate",
        "still": "silent",
        "interesse": "interest",
        "möglichkeit": "option",
        "kriterium": "criterion",
        "angriff": "attack",
        "gemeinsam": "shared",
        "gegensätzlich": "opposed",
        "verschieden": "different",
        "distributiv": "distributive",
        "integrativ": "integrative",
        "kompatibel": "compatible",
    }
)
PHRASES = MappingProxyType(
    {
        "zur sache": "matter",
        "keine verbindung": "no link",
        "am allermeisten": "most of all",
        "ziemlich": "a good deal",
        "ein wenig": "a little",
    }
)


def in_english(said: str) -> str:
    """Return words in small letters with those that have an English one replaced by it."""
    return PHRASES.get(said) or " ".join(WORDS.get(word, word) for word in said.split())
