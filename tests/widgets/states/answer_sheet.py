"""The answer sheets."""

from biggerpie.negotiation import Case, load_case
from biggerpie.widgets import (
    AnswerSheet,
    LabelSheet,
    LinkSheet,
    NumberSheet,
    PackageBuilder,
    PackagesSheet,
    QuestionSheet,
    SortSheet,
)


def label_sheet() -> AnswerSheet:
    """The kinds of six issues, two of them labelled."""
    sheet = LabelSheet(load_case("job-offer"))
    sheet.values = [["distributive", "integrative", "", "", "", ""]]
    return sheet


def packages_sheet() -> AnswerSheet:
    """Two whole packages, and one that is begun."""
    case = load_case("job-offer")
    sheet = PackagesSheet(case, "candidate")
    begun = ["60,000", "", "", "", "", ""]
    sheet.values = [_words(case, (2, 3, 0, 1, 4, 2)), _words(case, case.compromise), begun]
    return sheet


def link_sheet() -> AnswerSheet:
    """Two links of the six interests in a case."""
    own, other = ([one.statement for one in party.interests] for party in load_case("job-offer").parties)
    sheet = LinkSheet(own, other)
    sheet.values = [["1", "2", "shared"], ["2", "1", "different"], *[["", "", ""]] * (len(sheet.values) - 2)]
    return sheet


def sort_sheet() -> AnswerSheet:
    """Statements of several lengths, to be sorted into four kinds."""
    statements = [
        "“I will not sell below 1,100 a share, and that is my last word.”",
        "“The children must be able to walk to school.”",
        "“We could take turns, month by month.”",
    ]
    return SortSheet(statements, ["position", "interest", "option", "criterion"])


def number_sheet() -> AnswerSheet:
    """Numbers to be worked out, one with a comma and one that is none."""
    sheet = NumberSheet("moods", {"calm": "Turns won when calm", "angry": "Turns won when angry"})
    sheet.values = [["0,8", "about two"]]
    return sheet


def question_sheet() -> AnswerSheet:
    """Two questions to choose."""
    return QuestionSheet(
        [
            "Which of the six things matters most to you, and why is that so?",
            "Would you rather have Noa start earlier or work fewer days at home?",
            "How was your holiday?",
        ]
    )


def written_package() -> PackageBuilder:
    """A builder whose package goes into an answer's cell."""
    return PackageBuilder(load_case("shared-garden"), "gardener", answer="package")


def _words(case: Case, package: tuple[int, ...]) -> list[str]:
    return list(case.in_words(package).values())
