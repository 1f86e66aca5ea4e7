"""What a case must not be called so that a round of it can be kept: said before anything is written."""

from ...negotiation import Case, NegotiationError, plain, require_two_parties
from ...negotiation.table.transcript_json import LONGEST_NAME
from .filled_forms import NO_DEAL


def require_playable(case: Case) -> None:
    """Raise NegotiationError, with one sentence, where a round of the case could not be played or written down."""
    require_two_parties(case)
    for what, name in (("title", case.title), *(("name of a party", party.name) for party in case.parties)):
        if len(name) > LONGEST_NAME:
            raise NegotiationError(
                f"the {what} {name[:40]!r}… is longer than {LONGEST_NAME} characters, so that no transcript holds it; "
                "shorten it in the case's file."
            )
    if all(NO_DEAL in map(plain, issue.options) for issue in case.issues):
        raise NegotiationError(
            f"every issue of {case.title!r} has an option {NO_DEAL!r}, so that a form could not tell it from having "
            "no deal; call it otherwise in the case's file."
        )
