"""Why formgrader's form of an assignment refuses a date, said where it was typed.

nbgrader's own script waits for an answer that is a success: after any other its button says "Saving..." for ever.
"""

from functools import wraps
from typing import Any

from ....negotiation import NegotiationError

PAGE = "manage_assignments.tpl"
SAY_WHY = """<script>
$(document).ajaxError(function (event, request) {
    var form = $("#edit-assignment-modal");
    form.find(".refused").remove();
    form.find("button.save").text("Save");
    var why = request.status === 400 ? request.responseText : "It was not saved: the server failed. Try again.";
    $("<div/>").addClass("refused alert alert-danger").attr("role", "alert").text(why)
        .prependTo(form.find(".modal-body"));
    form.find(".modal-duedate").focus();
});
</script>
"""


def with_a_sentence(put: Any) -> Any:
    """Return the handler that changes an assignment, which answers a date that is refused with why."""

    @wraps(put)
    def answering(handler: Any, *words: Any) -> Any:
        try:
            return put(handler, *words)
        except NegotiationError as problem:
            handler.set_status(400)
            return handler.finish(str(problem))

    return answering


def telling_why(render: Any) -> Any:
    """Return what renders formgrader's pages, whose list of assignments shows that sentence in its form."""

    @wraps(render)
    def rendering(handler: Any, name: str, **values: Any) -> Any:
        page = render(handler, name, **values)
        return page.replace("</body>", f"{SAY_WHY}</body>") if name == PAGE else page

    return rendering
