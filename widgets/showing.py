"""How a simulation is put into a page, and what stands there once nobody runs it any more."""

from typing import Any

import traitlets
from IPython.display import DisplayHandle, display

from ._bundle import scope
from .fallback import Still, fallback, picture_in
from .keeping import Keeping


class Showing(Keeping):
    """A widget with a fallback before it, which is brought up to date whenever the learner pauses.

    Traits: `wants_still`, whether the browser is to send how the widget looks; `scope`, the class of its place, by
    which its style holds there and nowhere else.
    """

    wants_still = traitlets.Bool(default_value=False).tag(sync=True)
    scope = traitlets.Unicode(read_only=True).tag(sync=True)

    _instead: DisplayHandle | None = None

    @traitlets.default("scope")
    def _scope_of_its_style(self) -> str:
        return scope(str(getattr(self, "_css", "")))

    def _ipython_display_(self) -> None:
        """Show the widget, and before it the fallback for those who only open the notebook."""
        self.find_entry()
        shown = self._repr_mimebundle_()
        if shown is not None:
            data, metadata = shown
            self._begin_stills()
            self._instead = display(fallback(self.words), raw=True, display_id=True)
            display({**data, "text/plain": ""}, metadata=metadata, raw=True)

    def caption(self) -> str:
        """Return what is to be seen in words, empty where nothing is yet."""
        return ""

    def _begin_stills(self) -> None:
        """Ask the browser for stills, unless an answer's cell shows what the learner did anyhow."""
        if self.remembered and not self.wants_still:
            self.wants_still = True
            self.on_msg(self._show_still)

    def _show_still(self, _: Any, message: Any, __: Any) -> None:
        picture = picture_in(message)
        if picture and self._instead:
            self._instead.update(fallback(self.words, Still(picture, self.caption())), raw=True)
