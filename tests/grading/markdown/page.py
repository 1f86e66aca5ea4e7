"""A page read by a parser that is not the kit's: its tags, its addresses, its handlers and its words."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from biggerpie.grading.nbgrader_adapter.restore import restored
from biggerpie.grading.submission.notebook import SubmittedCell
from nbconvert import HTMLExporter

from ..test_marking import EXERCISE

HARMLESS = {"p", "br", "hr", "em", "strong", "del", "code", "pre", "span", "blockquote", "ul", "ol", "li", "img"}
HARMLESS |= {"table", "thead", "tbody", "tr", "th", "td"}
HARMLESS |= {f"h{level}" for level in range(1, 7)}
EXPORTER = HTMLExporter(template_name="basic", exclude_anchor_links=True)
ADDRESSES = ("href", "src", "srcset", "action", "formaction", "data", "poster", "background", "cite", "xlink:href")


@dataclass
class Read(HTMLParser):
    """What stands between the two marks that a page is given around a student's text."""

    tags: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    attributes: set[str] = field(default_factory=set)
    words: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag, attrs):
        """Note a tag and its attributes."""
        self.tags.append(tag)
        self.attributes.update(name for name, _ in attrs)
        self.addresses.extend(value or "" for name, value in attrs if name in ADDRESSES)

    def handle_data(self, data):
        """Note words."""
        self.words += data


def rendered(text: str, attachments: object = None) -> Read:
    """The student's part of nbconvert's own page for a restored notebook with that text in a cell of its own."""
    notebook = restored(EXERCISE, [SubmittedCell("markdown", text, None, attachments)])
    notebook.cells = [cell for cell in notebook.cells if "nbgrader" not in cell.metadata]
    html, _ = EXPORTER.from_notebook_node(notebook)
    begin = html.index("rendered_html")
    read = Read()
    read.feed(html[html.index(">", begin) + 1 : html.rindex("</div>")])
    read.tags = [tag for tag in read.tags if tag != "div"]
    return read
