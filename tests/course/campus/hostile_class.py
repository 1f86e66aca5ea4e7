"""Five hundred students whose names and ids are what goes wrong."""

from biggerpie.grading.nbgrader_adapter.class_marks import ClassMarks, Classmate, GivenMark

IDS = (
    "{n:07}", "S{n}", "u+{n}@example.org", "é{n}ß", "Zoë.{n}", "=cmd{n}", "@{n}x", "-{n}-", "+{n}", "ש{n}", "学{n}",
    "{n}e5", "a'b{n}", "x{n}\u0308", "00{n}.50",
)  # fmt: skip
NAMES = (
    ("Anne-Marie", "O'Neill, Jr."), ("李", "王"), ("שרה", "כהן"), ("Zoë", "Müller"),
    ('Bob "B"', "=1+1"), ("🎻", "Stringer"),
    ("", "Mononym"), ("  Two  Blanks ", "de la Cruz"), ("محمد", "علي"), ("Same", "Name"),
)  # fmt: skip
SIZE = 500


def class_of_500() -> list[Classmate]:
    """Every id is different; two of each fifty share a whole name, and so no name of these tells anybody."""
    made = []
    for n in range(SIZE):
        first, last = NAMES[n % len(NAMES)]
        number = n if n % 50 else n // 100
        made.append(
            Classmate(IDS[n % len(IDS)].format(n=n), first, f"{last} {number}", f"p{n}+x@uni.edu", f"{90000 + n}")
        )
    return made


def marks_of(classmates: list[Classmate]) -> ClassMarks:
    """Marks of all but every seventh, who waits."""
    points = {one.id: None if n % 7 == 0 else n % 101 + 0.25 * (n % 4) for n, one in enumerate(classmates)}
    given = {s: GivenMark("waiting" if p is None else "marked", p and min(p, 100.0)) for s, p in points.items()}
    return ClassMarks("01-both-can-gain", 100.0, given)
