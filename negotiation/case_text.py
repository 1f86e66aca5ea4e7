"""The text of a case file, from a case: what `parse_case` reads again as the same case."""

import json
from collections.abc import Iterable, Iterator

from .case import Case, Party
from .sentence import ENGLISH


def case_text(case: Case) -> str:
    """Return a case as TOML; of a party with leanings the brief as it was before any wish was added."""
    lines = [f"title = {_text(case.title)}", f"story = {_text(case.story)}"]
    if case.language != ENGLISH:
        lines.append(f"language = {_text(case.language)}")
    for issue in case.issues:
        lines += _table("issues", name=issue.name, question=issue.question, options=issue.options)
    for party in case.parties:
        lines += _party(party, case)
    return "\n".join(lines) + "\n"


def _party(party: Party, case: Case) -> Iterator[str]:
    brief = party.opening if party.leanings else party.brief
    yield from _table("parties", name=party.name, role=party.role, brief=brief, batna=party.batna)
    yield f"reservation_value = {party.reservation_value}"
    yield "[parties.points]"
    for issue, row in zip(case.issues, party.points, strict=True):
        yield f"{_text(issue.name)} = {list(row)}"
    if party.leanings:
        for one in party.leanings:
            words = {"brief": one.brief, "answer": one.answer, "interest": one.interest, "because": one.because}
            yield from _table("parties.leanings", issue=one.issue, toward=one.toward, **words)
        return
    for interest in party.interests:
        words = {"statement": interest.statement, "because": interest.because}
        yield from _table("parties.interests", **words, issues=interest.issues)
    for said in party.statements:
        yield from _table("parties.statements", issue=said.issue, question=said.question, answer=said.answer)


def _table(table: str, /, **fields: str | Iterable[str]) -> list[str]:
    return [f"[[{table}]]", *(f"{key} = {_value(value)}" for key, value in fields.items())]


def _value(value: str | Iterable[str]) -> str:
    return _text(value) if isinstance(value, str) else f"[{', '.join(map(_text, value))}]"


def _text(text: str) -> str:
    """Return a text in quotes; what JSON escapes, TOML escapes in the same way."""
    return json.dumps(text, ensure_ascii=False)
