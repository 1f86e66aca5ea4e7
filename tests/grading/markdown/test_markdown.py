"""A student's Markdown rewritten: nothing in it acts or points anywhere, and every word can still be read."""

import base64
import re

import pytest
from biggerpie.grading.markdown import pictures
from biggerpie.grading.markdown.as_typed import MOST_BLANKS, as_typed, is_as_typed
from biggerpie.grading.markdown.picture_size import UNKNOWN, pixels
from biggerpie.grading.markdown.rewritten import MOST_PIECES, SafeTexts, safe_text
from biggerpie.grading.markdown.sanitizer import is_harmless
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ..class_of_thirty import PIXEL
from ..nbgrader_adapter.pages.texts import HOSTILE, NORMAL, PICTURES
from .page import HARMLESS, rendered

PIECES = [
    *("![a](attachment:p.png)", "![x](/logout)", "![", "[a](https://example.org/a_b)", "[a](", "]("),
    *("<https://e.org>", "https://e.org", "http://x", "www.e.org", "a@b.org", "//e.org", "javascript:"),
    *("data:text/html,", "&colon;", "*", "**", "_", "`", "```", "~~~", "~~", "\n", "\n\n", "- ", "1. "),
    *("1) ", "+ ", "> ", "# ", "    ", "  ", "\t", "|", "\n|a|b|\n|-|-|\n", "---", "===", "<b>", "</b>"),
    *("<script>", "<img src=x onerror=y>", "<!--", "-->", "<?", "<span>", "</span>", "<span>&#36;</span>"),
    *("&lt;", "&#36;", "&#x10ffff;", "&", ";", "$", "$$", "\\", "\\(", "\\[", "\\(", "\\[", "\\\\[", "\\]"),
    *("\\begin{a}", "\\end{a}", "{", "}", "[", "]", "(", ")", "!", ":", "\n: ", "[^1]", "[x]: /y\n", "word"),
    *(" and ", "62,000", "5.", "\u00e9", "\u00a0", "\u200b", "\u2028", "\u202e", "\u000b", "\u001c"),
    *("\u0085", "@@0@@", "%3C"),
]
texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.text(max_size=80))
GIVEN = {"p.png": {"image/png": PIXEL}}


def is_harmless_page(page) -> bool:
    """Whether nothing on it but these tags and attributes and the pasted picture is there."""
    kinds = {"src", "alt", "start"}
    to = re.compile(rf"data:image/png;base64,{re.escape(PIXEL)}")
    return set(page.tags) <= HARMLESS and page.attributes <= kinds and all(map(to.fullmatch, page.addresses))


@given(texts)
@example("![x][r]\n\n[r]: /logout")
@example("!!![a](https://e.org)")
@settings(max_examples=400)
def test_whatever_is_typed_the_page_holds_nothing_that_acts_or_points_home(text):
    assert is_harmless_page(rendered(text, GIVEN))


@given(texts)
@settings(max_examples=400)
def test_what_may_be_shown_is_the_same_when_it_is_read_again(text):
    again = safe_text(text, GIVEN)
    assert safe_text(*again) == again


@given(texts)
@settings(max_examples=200)
def test_every_letter_and_number_that_was_typed_can_be_read(text):
    page = rendered(text.replace("attachment:p.png", "/p.png"))
    typed = re.sub(r"&[^\s;&]{1,32};?|%\w\w|\[[^]]*\]\([^)]*\)|<[^>]*>|\]\([^)]*\)", " ", text)
    typed = re.sub(r"^\s*\d+[.)]|```\S*|~~~\S*", "", typed, flags=re.MULTILINE)
    seen = "".join(page.words.split())
    for word in re.findall(r"[a-zé]{3,}", typed):
        assert word in seen or word in " ".join(page.addresses)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_tries_to_act_is_shown_as_words(text):
    page = rendered(text, PICTURES)
    assert is_harmless_page(page)
    assert not [address for address in page.addresses if not address.startswith("data:image/png;base64,")]


def test_an_answer_as_a_person_writes_it_keeps_its_form():
    page = rendered(NORMAL, PICTURES)
    for tag in ("strong", "em", "ul", "ol", "li", "img", "table", "blockquote", "pre"):
        assert tag in page.tags
    assert "$62,000 and I get 4 days at home; $5 more" in page.words
    assert "2 < 3 & 4 > 1" in page.words
    assert page.addresses == [f"data:image/png;base64,{PIXEL}"]
    assert "(https://example.org/trades?a=1&b=2)" in page.words


@pytest.mark.parametrize(
    "text",
    [
        *(
            "![x](https://e.org/p.png)",
            "![x](//e.org/p.png)",
            "![x](p.png)",
            "![x](/logout)",
            "![x](?path=.)",
            "![x]()",
        ),
        *("![x](data:image/svg+xml;base64,AAAA)", "![x](ATTACHMENT:p.png)", "![x](attachment:gone.png)"),
        *(
            "[x](/logout)",
            "[x](//e.org)",
            "[x](?path=submitted)",
            "[x](#why)",
            "[x](mailto:a@b.org)",
            "[x](file:///etc)",
        ),
        *("[x](javascript:a())", "[x](java&#10;script:a())", "[x](JAVASCRIPT&colon;a())", "[x](&#x6a;avascript:a())"),
        *(
            "[x](https:\\\\e.org)",
            "[x](https:/e.org)",
            "[x](https:e.org)",
            "[x](https://e.org\\@f.org)",
            "[x](https://)",
        ),
        *("[x](https://u@e.org)", "[x](https://u:p@e.org)", "[x](https://e%2eorg)", "[x](https://127.0.0.1/logout)"),
        *("[x](https://localhost/x)", "[x](https://2130706433/)", "[x](https://0x7f.1/)", "[x](https://[::1]/)"),
        *("[x](https://hub/logout)", "[x](https://printer.local/)", "<javascript:a()>", "<a@b.org>", "[x](vbscript:a)"),
        *(
            "[x][r]\n\n[r]: javascript:a()",
            "[r]\n\n[r]: //e.org",
            "<a href=/logout>x</a>",
            "http://localhost:8888/logout",
        ),
    ],
)
def test_no_address_survives(text):
    assert rendered(text, GIVEN).addresses == []


def test_a_link_is_its_words_and_its_address_to_be_read_and_copied():
    page = rendered('[the study](https://example.org/a?b=1&c=2 "1991"), https://example.org and <https://example.com>')
    assert page.addresses == []
    assert '[the study](https://example.org/a?b=1&c=2 "1991"), https://example.org and https://ex' in page.words


@pytest.mark.parametrize("text", ["$62,000 to $5", "$$x^2$$", r"\(x\)", r"\\(x\\)", r"\\[x\\]", r"\begin{a}x\end{a}"])
def test_nothing_is_left_that_mathjax_looks_for(text):
    markdown, _ = safe_text(text)
    assert "$" not in markdown
    assert "\\\\" not in markdown
    assert not re.search(r"\\(?:begin|end|[(\[])(?!\\)", markdown.replace("\\[", "").replace("\\]", ""))
    assert re.sub(r"\s", "", text).replace("\\\\", "\\").strip("\\")[0] in rendered(text).words


@pytest.mark.parametrize("language", ["python", "systemd", "mermaid", "&colon;", "c++ x=1", "<b>", "\\"])
def test_code_is_shown_without_a_language(language):
    markdown, _ = safe_text(f"```{language}\nprint(1)\n```")
    assert re.search(r"^```$", markdown, re.MULTILINE)
    assert not re.search(r"^```+[^`\n]", markdown, re.MULTILINE)
    assert "print(1)" in rendered(f"```{language}\nprint(1)\n```").words


@pytest.mark.parametrize(
    "text", ["`" * 12_000, "```\n" * 3_000, "~~~\n" * 3_000, "[" * 12_000, "> " * 6_000, "- " * 6_000]
)
def test_a_text_that_is_only_marks_is_shown_too(text):
    markdown, _ = safe_text(text)
    assert is_harmless(markdown, {})
    assert len(markdown) < 100_000


@given(st.text(alphabet="`~\n ax", max_size=60))
def test_a_text_as_it_was_typed_stays_so(text):
    assert is_as_typed(as_typed(text))
    assert as_typed(as_typed(text)) == as_typed(text)


def test_what_the_writer_stumbles_over_is_shown_as_it_was_typed(monkeypatch):
    monkeypatch.setattr("biggerpie.grading.markdown.rewritten.write_blocks", lambda *_: 1 / 0)
    assert safe_text("**x** [a](https://example.org)") == (as_typed("**x** [a](https://example.org)"), {})


@pytest.mark.parametrize(
    "leak", ["<b onclick=a()>x</b>", "[x](/logout)", "![x](/p.png)", "<img src=x>", "<a name=why>x</a>", "<!-- x -->"]
)
def test_the_second_wall_stops_what_the_writer_would_let_through(monkeypatch, leak):
    monkeypatch.setattr("biggerpie.grading.markdown.rewritten.write_blocks", lambda *_: leak)
    assert safe_text("anything") == (as_typed("anything"), {})


def test_a_picture_is_embedded_once_however_often_it_is_shown():
    texts = SafeTexts()
    first, kept = texts.safe("![a](attachment:p.png) " * 690, GIVEN)
    assert first.count("attachment:") == len(kept) == 1
    assert "(picture 1, shown above)" in first
    assert texts.safe("![b](attachment:p.png)", GIVEN) == ("(picture 1, shown above)", {})


def test_at_most_a_dozen_pictures_are_shown():
    png = base64.b64decode(PIXEL)
    given = {f"{n}.png": {"image/png": base64.b64encode(png + bytes([n])).decode()} for n in range(20)}
    markdown, kept = safe_text("".join(f"![](attachment:{name})\n" for name in given), given)
    assert list(kept) == [f"picture-{n}" for n in range(1, 13)]
    assert markdown.count("only 12 pictures and 10 MB are shown") == 8


def test_a_pasted_picture_is_decoded_once_however_often_and_however_spelt_it_is_named(monkeypatch):
    decoded = []
    monkeypatch.setattr(pictures, "pixels", lambda *_: decoded.append(1) or pictures.MOST_PIXELS + 1)
    markdown, kept = safe_text("![](attachment:p.png) ![](attachment:%70.png) " * 300, GIVEN)
    assert kept == {}
    assert markdown.count("million pixels are shown") == 600
    assert len(decoded) == 1


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("image/gif", b"GIF89a" + b"\xff\x7f" * 2 + bytes(3) + b"\x21\xf9\x00" * 1_000_000),
        ("image/gif", b"GIF89a" + b"\xff\x7f" * 2 + bytes(3) + b"\x21\xf9" + b"\x01a" * 1_000_000),
        ("image/jpeg", b"\xff" * 3_000_000),
    ],
)
def test_a_picture_of_parts_without_end_is_not_counted_to_its_end(kind, content):
    assert pixels(kind, content) == UNKNOWN


def test_lists_in_lists_are_shown_six_deep_and_their_words_all():
    markdown, _ = safe_text("- " * 12 + "word")
    page = rendered("- " * 12 + "word")
    assert page.tags.count("ul") == 6
    assert page.words.split() == [*"-" * 6, "word"]
    assert safe_text(markdown) == (markdown, {})


def test_a_notebooks_texts_are_shown_as_typed_when_their_pieces_are_used_up():
    texts, lists = SafeTexts(), ("- " * 10 + "a\n") * 540
    first = [texts.safe(lists)[0] for _ in range(6)]
    assert not is_as_typed(first[0])
    assert first[-1] == as_typed(lists.strip())
    again = SafeTexts()
    assert [again.safe(text)[0] for text in first] == first
    assert again.pieces <= MOST_PIECES


def test_blanks_side_by_side_are_so_many_that_no_parser_is_slow_over_them():
    text, _ = safe_text(f"a{' ' * 30_000}b{chr(9) * 9_000}c\n\n    {' ' * 9_000}d")
    assert max(map(len, re.findall(" +", text))) <= MOST_BLANKS
    assert re.sub(r"\s+", "", text).replace("`", "") == "abcd"
    assert safe_text(text)[0] == text
