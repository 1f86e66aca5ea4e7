"""A package's findings name a reason for every mark that is missing."""

import pytest
from biggerpie.answers.answer import Answer
from biggerpie.grading.rubrics.package import mark_package
from biggerpie.negotiation import Case, is_efficient, is_feasible, load_case, nash

CASE = load_case("job-offer")


def said_of(case: Case, package: tuple[int, ...]) -> tuple[float, str]:
    text = "\n".join(f"{issue}: {option}" for issue, option in case.in_words(package).items())
    mark = mark_package(case, Answer("package", text), "candidate", 40)
    return mark.points, " ".join(str(finding.text) for finding in mark.findings)


def test_the_best_product_earns_all_and_needs_no_reason():
    points, said = said_of(CASE, nash(CASE).package)
    assert points == pytest.approx(40)
    assert "Nash product" not in said


def test_where_nothing_is_left_the_product_of_the_gains_is_the_reason():
    others = [p for p in CASE.packages() if is_feasible(CASE, p) and is_efficient(CASE, p) and p != nash(CASE).package]
    assert others
    for package in others:
        points, said = said_of(CASE, package)
        assert points < 40
        assert "No package is better for both sides." in said
        assert "Nash product" in said


def test_where_both_could_gain_that_is_the_reason():
    points, said = said_of(CASE, CASE.compromise)
    assert points < 40
    assert "points more at the same time" in said
    assert "Nash product" not in said
