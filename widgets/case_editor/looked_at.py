"""What is to be said of a case that is being written: all that is wrong with it, or what it is like."""

from typing import Any

from ...negotiation import (
    AuditCheck,
    Case,
    NegotiationError,
    audit,
    difficulty,
    issue_kinds,
    nash_ratio,
    zone_of_agreement,
)
from ...negotiation.sentence import in_language
from .._words import Words
from .._words import words as words_of
from ..contract import Plane, Table
from ..plane import backdrop
from ..saved_as import saved_as
from .line_of import line_of


def malformed(problem: NegotiationError, text: str, words: Words) -> dict[str, Any]:
    """Return what is shown of a text that is no case yet: each problem, and the line (from 1) in which it stands."""
    both = zip(problem.problems(words["language"]), problem.problems(), strict=True)
    problems = [{"says": said, "line": line_of(english, text)} for said, english in both]
    key = "one_wrong" if len(problems) == 1 else "many_wrong"
    return {"problems": problems, "sound": None, "summary": words.say(key, count=len(problems))}


def sound(case: Case, words: Words) -> dict[str, Any]:
    """Return what is shown of a case: the checks, how hard it is, the payoff plane and the issues' kinds."""
    checks = audit(case)
    passed = sum(check.passed for check in checks)
    return {
        "problems": [],
        "summary": words.say("passed", passed=passed, checks=len(checks)),
        "sound": {
            "checks": [_check(check, words) for check in checks],
            "hard": _hard(case, words),
            "plane": _plane(case, words),
            "parties": [party.name for party in case.parties],
            "table": _kinds(case, words),
            "file": saved_as(case.title),
        },
    }


def _check(check: AuditCheck, words: Words) -> str:
    name, sentence = (in_language(said, words["language"]) for said in (check.name, check.sentence))
    return words.say("check_passed" if check.passed else "check_failed", name=name, sentence=sentence)


def _hard(case: Case, words: Words) -> str:
    """Return how hard a case is; of one in which nobody can gain, that it is so."""
    if not zone_of_agreement(case) or nash_ratio(case, case.compromise) is None:
        return words.say("no_gain")
    return words.say("hard", sentence=in_language(difficulty(case).sentence(), words["language"]))


def _plane(case: Case, words: Words) -> Plane:
    first, second = case.parties
    x, y = case.payoffs(case.compromise)
    inside = len(zone_of_agreement(case))
    summary = words.say("plane", first=first.name, second=second.name, x=x, y=y, inside=inside)
    plane: Plane = {**backdrop(case), "summary": summary}  # type: ignore[typeddict-item]  # what is not required is missing
    return plane


def _kinds(case: Case, words: Words) -> Table:
    """Return the kind of each issue, and what its best option is worth above its worst to both, in points."""
    told = words_of("answer_sheet", words["language"])
    weights = zip(*(party.weights() for party in case.parties), strict=True)
    rows = [
        [issue.name, told.say("kinds", kind.value), *map(str, weighed)]
        for issue, kind, weighed in zip(case.issues, issue_kinds(case), weights, strict=True)
    ]
    heads = [*words.heads("issue", "kind"), *(words.say("weight", party=party.name) for party in case.parties)]
    return {"title": words.say("kinds"), "head": heads, "rows": rows}
