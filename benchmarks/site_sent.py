"""What serves the site's benchmark: each file as Brotli packed it, all that is sent counted, and a slow line."""

import time
from pathlib import Path
from threading import Lock
from typing import Any, BinaryIO, ClassVar

from biggerpie.website.serve import Handler

LATENCY = 0.04  # seconds before an answer begins
BYTES_A_SECOND = 10_000_000 / 8
PIECE = 16_384


class SlowLine:
    """A line that everything goes over which is sent, whoever asked for it: a page, its worker or a tab beside it."""

    def __init__(self) -> None:
        """Begin with nothing on its way."""
        self._lock, self._busy_until = Lock(), 0.0

    def wait(self, size: int) -> None:
        """Wait until so many bytes have gone through, behind those that others sent before."""
        with self._lock:
            self._busy_until = max(self._busy_until, time.monotonic()) + size / BYTES_A_SECOND
            until = self._busy_until
        time.sleep(max(0.0, until - time.monotonic()))


class Compressed(Handler):
    """Sends the compressed file that stands beside each one, and counts its bytes; over a slow line if there is one."""

    sent: ClassVar[dict[str, int]] = {}
    asked: ClassVar[set[str]] = set()  # by the last page itself
    line: ClassVar[SlowLine | None] = None

    def send_head(self) -> BinaryIO | None:
        """Open the compressed file."""
        if self.line:
            time.sleep(LATENCY)
        file = Path(self.translate_path(self.path))
        packed = file.with_name(f"{file.name}.br")
        if not packed.is_file():
            return super().send_head()
        self.sent[self.path] = packed.stat().st_size
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(packed.stat().st_size))
        self.end_headers()
        return packed.open("rb")

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send piece by piece, as fast as the line takes it."""
        while piece := source.read(PIECE):
            if self.line:
                self.line.wait(len(piece))
            outputfile.write(piece)
