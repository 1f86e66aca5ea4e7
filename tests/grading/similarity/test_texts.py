"""Texts: what two students share beyond what both were given is found and marked, in a class of any size."""

from random import Random

import pytest
from biggerpie.grading.similarity.texts import alike, shared_parts
from biggerpie.grading.similarity.words import runs_of

WORDS = [f"word{n}" for n in range(3000)]


def drawn_text(random: Random, length: int = 120) -> str:
    return " ".join(random.choices(WORDS, k=length))


def found(texts: dict[str, str], given: str = "") -> list[tuple[str, ...]]:
    runs = runs_of(given)
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
    shared = frozenset(runs_of("one two three four five six"))
    text = "So: One, two — three four\nfive six! Seven <b>."
    parts = list(shared_parts(text, shared))
    assert "".join(part for _, part in parts) == text
    assert [part for is_shared, part in parts if is_shared] == ["One, two — three four\nfive six"]


CHINESE = (
    "我们双方看重的东西并不相同，所以可以各让一步。他们最在意交货日期，而我们更关心费用和版权年限，"
    "因此我提议把日期提前，换取更高的稿酬。"
)
JAPANESE = (
    "私たちは納期よりも報酬を重視していますが、相手は納期をいちばん大切にしています。ですから納期を早める代わりに、"
    "報酬を上げてもらうことを提案します。"
)
THAI = (
    "เราทั้งสองฝ่ายให้ความสำคัญกับเรื่องต่างกัน ดังนั้นเราจึงแลกเปลี่ยนกันได้ ฝ่ายเขาต้องการให้ส่งงานเร็ว "
    "ส่วนเราต้องการค่าตอบแทนที่สูงกว่าและระยะเวลาสิทธิ์ที่สั้นลง"
)
HINDI = (
    "हम दोनों पक्षों के लिए अलग-अलग बातें महत्वपूर्ण हैं, इसलिए हम एक दूसरे को वह दे सकते हैं जो हमारे लिए सस्ता है। "
    "वे जल्दी काम चाहते हैं और हम अधिक पारिश्रमिक चाहते हैं।"
)
OWN_WORDS = {
    CHINESE: "对出版社来说，时间比钱更重要，对我来说正好相反，于是我接受较早的期限，同时要求提高画稿的报酬。",
    JAPANESE: (
        "出版社にとっては時間のほうがお金より重要で、私にとっては逆なので、"
        "早い締め切りを受け入れて画料を上げてもらいます。"
    ),
    THAI: "สำหรับสำนักพิมพ์เวลาสำคัญกว่าเงิน แต่สำหรับฉันตรงกันข้าม ฉันจึงยอมรับกำหนดส่งที่เร็วขึ้นและขอค่าวาดภาพเพิ่มขึ้น",
    HINDI: "प्रकाशक के लिए समय पैसे से ज़्यादा ज़रूरी है, मेरे लिए उल्टा; इसलिए मैं पहले की तारीख मानता हूँ और ज़्यादा पैसे माँगता हूँ।",
}


@pytest.mark.parametrize("text", OWN_WORDS, ids=["Chinese", "Japanese", "Thai", "Hindi"])
def test_a_copy_is_found_in_every_script_and_own_words_are_not(text):
    texts = {"a": text, "b": f"好。{text}", "c": OWN_WORDS[text]}
    assert found(texts) == [("a", "b")]
    assert found(texts, text) == []


def test_signs_that_cannot_be_seen_hide_no_copy():
    text = drawn_text(Random(7))
    assert found({"a": text, "b": "\u200b".join(text)}) == [("a", "b")]
    assert found({"a": CHINESE, "b": "\u2060".join(CHINESE)}) == [("a", "b")]


def test_parts_of_a_text_without_spaces_put_together_are_the_text():
    parts = list(shared_parts(f"首先，{CHINESE}", frozenset(runs_of(CHINESE))))
    assert "".join(part for _, part in parts) == f"首先，{CHINESE}"
    assert parts[1] == (True, CHINESE.removesuffix("。"))


def test_a_short_sentence_that_many_would_write_in_chinese_is_left_alone():
    text = "双方看重的东西不同，可以交换。"
    assert found({"a": text, "b": text}) == []
