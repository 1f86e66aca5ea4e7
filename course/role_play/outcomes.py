"""What came of each table: counted where both forms say the same, else what stands in the way, in a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...figures import Felt
from ...negotiation import Case, Package, Payoffs, gains, greatest_sum, zone_of_agreement
from .filled_forms import FilledForm, Forms
from .form_columns import RESULTS
from .pairing import Group

Both = tuple[FilledForm | None, FilledForm | None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One table: who sat there, their version of the case, both forms, and why it isn't counted, "" where it is."""

    table: int
    group: Group
    case: Case
    forms: Both
    reason_against: str

    @property
    def deal(self) -> Package | None:
        """The package, in the table's own version; None without a deal. It holds where the table is counted."""
        form = self.forms[0] or self.forms[1]
        return form.deal if form else None

    @property
    def payoffs(self) -> Payoffs:
        """What each side has of it; without a deal, what its alternative is worth."""
        return self.case.payoffs(self.deal) if self.deal is not None else self.case.reservation_values

    @property
    def created(self) -> int:
        """What the pair gained together over having no deal, in percent of the most that one package brings."""
        most = sum(gains(self.case, greatest_sum(self.case).payoffs)) if zone_of_agreement(self.case) else 0
        return round(100 * sum(gains(self.case, self.payoffs)) / most) if most else 0

    def felt(self, deal: Package | None) -> Felt:
        """Return how it was for the two, with the deal as the debrief shows it."""
        one, other = self.forms
        treated = (one.treated if one else None, other.treated if other else None)
        return Felt(deal, treated, (one.guessed if one else None, other.guessed if other else None))


def outcomes(cases: Sequence[Case], groups: Sequence[Group], forms: Forms) -> list[Outcome]:
    """Return every table at which somebody sits; `cases` has each table's version."""
    found = []
    for table, (case, group) in enumerate(zip(cases, groups, strict=True), 1):
        if group:
            both = forms.get(table, (None, None))
            found.append(Outcome(table, group, case, both, _reason_against(case, table, group, both)))
    return found


def nobodys(groups: Sequence[Group], forms: Forms) -> list[str]:
    """Return a sentence for each table at which nobody sits and for which a form was typed in all the same."""
    told = []
    for table in sorted(forms):
        group = groups[table - 1] if 0 < table <= len(groups) else ()
        if not group:
            told.append(f"table {table}: {RESULTS} has a form for it, and nobody sits there; correct its number.")
    return told


def _reason_against(case: Case, table: int, group: Group, forms: Both) -> str:
    """Return why a table's agreement isn't counted, "" where it is."""
    missing = [party.name for party, form in zip(case.parties, forms, strict=True) if form is None]
    if len(missing) == len(forms):
        return f"table {table}: no form is in yet."
    if missing and len(group) > 1:
        return f"table {table}: the form of the {missing[0]} isn't in yet; type it into {RESULTS}."
    one, other = forms
    if one and other and (differing := _differing(case, one.deal, other.deal)):
        return (
            f"table {table}: the two forms differ: {differing}. Ask them, and correct one in {RESULTS}; until then the "
            "table isn't counted."
        )
    return ""


def _differing(case: Case, one: Package | None, other: Package | None) -> str:
    """Return what each side says where they differ, "" where they say the same."""
    names = [party.name for party in case.parties]
    if one == other:
        return ""
    if one is None or other is None:
        without, dealt = names if one is None else names[::-1]
        return f"the {without} says no deal, the {dealt} says a deal"
    said = [
        f"on {issue.name} the {names[0]} says {issue.options[a]!r}, the {names[1]} {issue.options[b]!r}"
        for issue, a, b in zip(case.issues, one, other, strict=True)
        if a != b
    ]
    return "; ".join(said)
