"""Which words of a written answer say how much an issue matters."""

from biggerpie.negotiation import Party
from biggerpie.negotiation.analysis.importance import Importance, importance

SAID = {
    Importance.MOST: (
        *("most of all", "nothing matters more", "am wichtigsten", "nichts ist mir wichtiger"),
        *("más que nada", "lo que más me importa", "lo que más te importa"),
    ),
    Importance.MUCH: ("a good deal", "a great deal", "somewhat", "ziemlich wichtig", "bastante"),
    Importance.LITTLE: ("a little", "ein wenig", "un poco"),
}


def heard(text: str) -> set[Importance]:
    """Every strength that the text says."""
    return {strength for strength, words in SAID.items() if any(word in text.lower() for word in words)}


def strengths(party: Party) -> list[Importance]:
    """How much each issue matters to the party, by its points."""
    weights = party.weights()
    return [importance(weight, sum(weights), len(weights)) for weight in weights]
