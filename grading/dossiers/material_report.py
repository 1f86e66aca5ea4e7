"""How material looks: logs as tables, a deal with its points, numbered sentences."""

from collections.abc import Mapping

from ...negotiation import Case, NegotiationError, OfferLog, Package, Question, ShortTalk
from ...negotiation.table import portrait
from ..report.exhibits import Table
from ..report.mark import note
from ..report.report import Finding, Report, Tone
from ..sentence import Sentence, name_in_table, whom
from .at_table import AtTable
from .dossier import Opened
from .finals import FinalTalk
from .first_talk import FirstTalk
from .material import Talks
from .sentences import Sentences


def material_report(opened: Opened, name: str) -> Report:
    """Return what a student sees of the material of that name."""
    case, party, material = opened.case, opened.party, opened.material[name]
    match name:
        case "log":
            report = Report(Sentence("material.talks"), exhibits=(_offers(case, material, (party,)),))
        case "minutes":
            report = _minutes(material)
        case "signed":
            report = Report(Sentence("material.signed"), exhibits=(_deal(case, party, material),))
        case "interests":
            report = _interests(case, material)
        case "table":
            report = _at_table(material)
        case "first_talk" | "short_talk" | "questions_offered":
            asked = {str(number): text for number, text in enumerate(_questions(material), 1)}
            report = _numbered(Sentence("material.questions"), asked)
        case "final_offers":
            report = _final(case, material)
        case "statements" | "remarks_heard" | "claims_made" if isinstance(material, Sentences):
            report = _numbered(Sentence("material.sentences"), material.texts)
        case _:
            raise NegotiationError(f"{name!r} is no material that can be shown.")
    return report


def _minutes(talks: Talks) -> Report:
    parties = tuple(party.name for party in talks.case.parties)
    sheets = tuple(_sheet(talks.case, name) for name in parties)
    return Report(talks.case.title, exhibits=(*sheets, _offers(talks.case, talks.log, ())))


def _sheet(case: Case, name: str) -> Table:
    """Return a party's points, option by option."""
    party, points = case.party(name), case.party(name).points
    rows = tuple(
        (issue.name, *(f"{option}: {worth}" for option, worth in zip(issue.options, row, strict=True)))
        for issue, row in zip(case.issues, points, strict=True)
    )
    header = (Sentence("issue"), *(Sentence("material.option", number=n) for n in range(1, len(rows[0]))))
    return Table(Sentence("material.worth", them=whom(party)), header, rows)


def _offers(case: Case, log: OfferLog, seen_by: tuple[str, ...]) -> Table:
    """Return the offers in their order, with what each is worth to those in `seen_by`."""
    header = (
        *map(Sentence, ("material.offer", "material.by_the")),
        *(issue.name for issue in case.issues),
        *(Sentence("points_for_you") for _ in seen_by),
    )
    rows = tuple(
        (
            str(number),
            name_in_table(case.party(offer.party)),
            *case.in_words(offer.package).values(),
            *(str(case.party(name).payoff(offer.package)) for name in seen_by),
        )
        for number, offer in enumerate(log, 1)
    )
    return Table(Sentence("material.offers"), header, rows)


def _deal(case: Case, party: str, package: Package) -> Table:
    own = case.party(party)
    rows = tuple(
        (issue, option, str(row[place]))
        for (issue, option), row, place in zip(case.in_words(package).items(), own.points, package, strict=True)
    )
    total = (Sentence("together"), "", str(own.payoff(package)))
    header = tuple(map(Sentence, ("issue", "material.choice", "points_for_you")))
    return Table(Sentence("material.both_signed"), header, (*rows, total))


def _final(case: Case, talk: FinalTalk) -> Report:
    offers = talk.final.offers
    header = (Sentence("issue"), *(Sentence("material.final", number=n) for n in range(1, len(offers) + 1)))
    rows = tuple(
        (issue.name, *(issue.options[package[place]] for package in offers)) for place, issue in enumerate(case.issues)
    )
    said = tuple(map(note, (talk.letter, talk.said, talk.promise)))
    return Report(Sentence("material.finals"), said, (Table(Sentence("material.take_one"), header, rows),))


def _interests(case: Case, both: tuple[tuple[str, ...], ...]) -> Report:
    whose = ("material.mine", "material.theirs")
    told = [
        (Sentence(side, number=number), text)
        for side, some in zip(whose, both, strict=True)
        for number, text in enumerate(some, 1)
    ]
    return _numbered(Sentence("material.interests", them=whom(case.parties[1])), dict(told))


def _at_table(table: AtTable) -> Report:
    """Return whom the student meets, and for how long."""
    rounds = Sentence("material.rounds", rounds=table.rounds)
    said = (portrait(table.counterpart, table.case.language).about, rounds)
    return Report(Sentence("material.table", them=whom(table.case.parties[1])), tuple(map(note, said)))


def _questions(material: FirstTalk | ShortTalk | tuple[Question, ...]) -> list[str]:
    """Return what may be asked."""
    if isinstance(material, ShortTalk):
        return [said.question for said in material.told]
    return [one.text for one in (material.questions if isinstance(material, FirstTalk) else material)]


def _numbered(headline: str, texts: Mapping[str, str]) -> Report:
    entries = (Sentence("check.entry", key=number, value=text) for number, text in texts.items())
    return Report(headline, tuple(Finding(Tone.NOTE, entry) for entry in entries))
