"""Texts: what two students share beyond what both were given is found and marked, in a class of any size."""

from random import Random

from biggerpie.grading.similarity.texts import alike, runs_of, shared_parts, words_of

WORDS = [f"word{n}" for n in range(3000)]


def drawn_text(random: Random, length: int = 120) -> str:
    return " ".join(random.choices(WORDS, k=length))


def found(texts: dict[str, str], given: str = "") -> list[tuple[str, ...]]:
    runs = runs_of(words_of(given))
    pairs = alike("why", texts, dict.fromkeys(texts, runs))
    return [tuple(sorted({*pair.first.students, *pair.second.students})) for pair in pairs]


def test_among_two_thousand_texts_the_one_that_was_copied_is_found():
    random = Random(1)
    texts = {f"s{n}": drawn_text(random) for n in range(2000)}
    words = texts["s7"].split()
    words[::15] = ["changed"] * len(words[::15])
    texts["s1234"] = " ".join(words)
    assert found(texts) == [("s1234", "s7")]


def test_what_both_were_given_to_read_does_not_count():
    given = drawn_text(Random(2))
    texts = {"a": f"{given} and so I agree", "b": f"I do not: {given}"}
    assert found(texts) == [("a", "b")]
    assert found(texts, given) == []


def test_half_of_the_shorter_text_must_be_shared():
    random = Random(3)
    shared = drawn_text(random, 30)
    assert found({"a": f"{shared} {drawn_text(random, 20)}", "b": f"{drawn_text(random)} {shared}"}) == [("a", "b")]
    assert found({"a": f"{shared} {drawn_text(random, 40)}", "b": f"{drawn_text(random)} {shared}"}) == []


def test_a_short_answer_that_many_would_give_is_left_alone():
    text = "We care about different things, so each can give what is cheap."
    assert found({"a": text, "b": text}) == []


def test_one_text_of_many_is_one_finding():
    text = drawn_text(Random(4))
    assert found({"a": text, "b": text.upper(), "c": f"  {text}!"}) == [("a", "b", "c")]


def test_a_phrase_of_the_whole_class_brings_nobody_together():
    random = Random(5)
    phrase = drawn_text(random, 20)
    assert found({f"s{n}": f"{phrase} {drawn_text(random, 12)}" for n in range(60)}) == []


def test_parts_put_together_are_the_text_and_the_shared_runs_are_marked():
    shared = frozenset(runs_of(words_of("one two three four five six")))
    text = "So: One, two — three four\nfive six! Seven <b>."
    parts = list(shared_parts(text, shared))
    assert "".join(part for _, part in parts) == text
    assert [part for is_shared, part in parts if is_shared] == ["One, two — three four\nfive six"]
