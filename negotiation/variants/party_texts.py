"""The texts of a party: brief, interests and answers, composed so that they are true whatever it wants."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..analysis.importance import Importance, importances
from ..case import Interest, Issue, Leaning, Party, Profile, Statement
from ..errors import NegotiationError
from ..sentence import ENGLISH, Sentence
from .strength_words import StrengthWords, strength_words


@dataclass(frozen=True, slots=True)
class Preference:
    """What a party wants on an issue: the option that is best for it (from 0), and how much the issue matters."""

    best: int
    strength: Importance


def preferences(points: Profile) -> tuple[Preference, ...]:
    """Return what words can tell of points: for each issue its best option and how much it matters."""
    rows = zip(points, importances(points), strict=True)
    return tuple(Preference(row.index(max(row)), strength) for row, strength in rows)


def with_texts(
    party: Party, issues: tuple[Issue, ...], wanted: tuple[Preference, ...], language: str = ENGLISH
) -> Party:
    """Return the party with a brief, interests and statements that say what it wants, in the language of its leanings.

    The brief tells every preference, the strongest first; every issue gets a statement; interests are those behind the
    issues that matter a good deal or more. Raises NegotiationError where no leaning fits a preference.
    """
    rows = [
        (i.name, _leaning(party, i, preference), preference.strength)
        for i, preference in zip(issues, wanted, strict=True)
    ]
    words = strength_words(language)
    questions = {issue.name: issue.question for issue in issues}
    return replace(
        party,
        brief="\n\n".join([party.opening, *_brief(rows, words)]),
        interests=tuple(
            Interest(leaning.interest, leaning.because, (name,))
            for name, leaning, strength in rows
            if strength is not Importance.LITTLE
        ),
        statements=tuple(
            Statement(
                name, f"{name[:1].upper()}{name[1:]}: {questions[name]}", f"{leaning.answer} {words.answer[strength]}"
            )
            for name, leaning, strength in rows
        ),
    )


def _brief(rows: list[tuple[str, Leaning, Importance]], words: StrengthWords) -> Iterator[str]:
    """Yield a paragraph for the preferences of each strength, the strongest first."""
    for strength in Importance:
        group = [leaning.brief for _, leaning, told_strength in rows if told_strength is strength]
        if group:
            yield " ".join([words.to_you(strength, len(group)), *group])


def ends(party: Party, issue: Issue) -> tuple[int, ...]:
    """Return the options (from 0), first or last, that the party may want on an issue."""
    return tuple(issue.options.index(leaning.toward) for leaning in party.leanings if leaning.issue == issue.name)


def _leaning(party: Party, issue: Issue, preference: Preference) -> Leaning:
    best = issue.options[preference.best]
    for leaning in party.leanings:
        if (leaning.issue, leaning.toward) == (issue.name, best):
            return leaning
    raise NegotiationError(Sentence("file.no_leaning", party=party.name, option=best, issue=issue.name))
