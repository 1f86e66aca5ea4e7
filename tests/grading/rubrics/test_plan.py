"""The rubric `plan`: three packages to come down by, by one's own side alone."""

from dataclasses import replace

from biggerpie.answers.answer import find_answer
from biggerpie.grading.rubrics.plan import check_plan, mark_plan
from biggerpie.negotiation import Case, Package
from biggerpie.widgets import PackagesSheet

from .texts import answer, written


def plan(case: Case, *packages: Package) -> str:
    return "\n".join(f"package {n}:\n{written(case, package)}" for n, package in enumerate(packages, 1))


def marked(case: Case, *packages: Package) -> float:
    return mark_plan(case, "candidate", answer(plan(case, *packages)), 12).points


def falling(case: Case) -> tuple[Package, ...]:
    """Three packages above the candidate's alternative, each worth less than the one before, and far apart."""
    own = case.party("candidate")
    good = sorted((p for p in case.packages() if own.payoff(p) >= own.reservation_value), key=lambda p: -own.payoff(p))
    first, last = good[0], good[-1]
    middle = next(p for p in good[len(good) // 2 :] if own.payoff(p) > own.payoff(last) and apart(p, first, last))
    return first, middle, last


def apart(package: Package, *others: Package) -> bool:
    return all(sum(a != b for a, b in zip(package, other, strict=True)) >= 2 for other in others)


def poorest(case: Case) -> Package:
    return tuple(row.index(min(row)) for row in case.party("candidate").points)


def test_three_that_can_be_signed_and_come_down_earn_everything(job_offer: Case):
    assert marked(job_offer, *falling(job_offer)) == 12


def test_each_part_is_earned_by_itself(job_offer: Case):
    first, middle, last = falling(job_offer)
    assert marked(job_offer, last, middle, first) == 9, "none asks for less than the one before"
    assert marked(job_offer, first, middle, poorest(job_offer)) == 4 + 1.5 + 3
    assert marked(job_offer, first) == 2


def test_one_package_written_three_times_counts_once(job_offer: Case):
    first, *_ = falling(job_offer)
    assert marked(job_offer, first, first, first) == 2


def test_what_nobody_should_sign_earns_nothing_and_is_named(job_offer: Case):
    mark = mark_plan(job_offer, "candidate", answer(plan(job_offer, poorest(job_offer))), 12)
    assert mark.points == 0
    assert "less than your alternative" in str(mark.report())


def test_it_rests_on_the_own_side_alone(job_offer: Case):
    own, other = job_offer.parties
    text = answer(plan(job_offer, *falling(job_offer)))
    changed = replace(job_offer, parties=(own, replace(other, points=tuple(row[::-1] for row in other.points))))
    for said in (mark_plan, lambda *of: check_plan(*of[:3])):
        assert said(job_offer, "candidate", text, 12) == said(changed, "candidate", text, 12)


def test_the_check_says_what_each_is_worth_and_what_is_missing(job_offer: Case):
    first, middle, _ = falling(job_offer)
    check = check_plan(job_offer, "candidate", answer(plan(job_offer, first, middle)))
    assert check.headline == "2 of 3 packages understood"
    assert "begin each of 3 with a line 'package 1:'" in " ".join(check.advice)
    worth = job_offer.party("candidate").payoff(first)
    assert f"package 1 is worth {worth} points to you" in " ".join(check.said).casefold()


def test_the_sheet_writes_what_marking_reads(job_offer: Case):
    sheet = PackagesSheet(job_offer, "candidate", answer="plan")
    sheet.values = [list(job_offer.in_words(package).values()) for package in falling(job_offer)]
    read = find_answer(sheet.text)
    assert read is not None
    assert read.name == "plan"
    assert mark_plan(job_offer, "candidate", read, 12).points == 12
