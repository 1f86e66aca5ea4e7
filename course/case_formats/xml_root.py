"""An XML file from elsewhere: bounded, and without anything that could expand or lead to another file."""

import re
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from ...negotiation import NegotiationError
from ...negotiation.case_file import bytes_of_case

BARE_AND = re.compile(rb"&(?=[\s&<\"',.])")
"""An & that begins no entity: some files of the GENIUS collections have one, and GENIUS reads it as it stands."""


def xml_root(file: Path) -> Element:
    """Return the outermost element of an XML file.

    Raises NegotiationError with one sentence where the file cannot be read, is larger than 1 MB, is no XML, or has a
    document type, entities or references to other files: these are refused and never resolved.
    """
    written = BARE_AND.sub(b"&amp;", bytes_of_case(file))
    try:
        root: Element = fromstring(written, forbid_dtd=True)
    except DefusedXmlException:
        raise NegotiationError(
            f"{file.name}: the file declares a document type or entities, which are never resolved; "
            "delete its <!DOCTYPE …> part."
        ) from None
    except ParseError as error:
        raise NegotiationError(f"{file.name}: this is not XML: {error}.") from None
    except (ValueError, LookupError):
        raise NegotiationError(
            f"{file.name}: the file names an encoding that cannot be read; save it as UTF-8."
        ) from None
    return root
