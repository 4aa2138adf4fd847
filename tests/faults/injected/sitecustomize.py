"""Python loads this first in a build under test: it strikes at one exact moment, named by the environment.

``QUARTIER_STRIKE`` is »what number action«: at the number-th time that something is changed on the disk, asked of the
network or imported, it sends a signal (its number), or it counts all of them (as the date of a file).
"""

from __future__ import annotations

import os
import signal
import socket
import sys

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
CHANGES = ("os.rename", "os.mkdir", "os.remove", "os.rmdir")


class Strike:
    """Counts the moments of one kind and acts at one of them."""

    def __init__(self, what: str, number: str, action: str) -> None:
        self.what, self.number, self.action = what, int(number), action
        self.seen = 0

    def __call__(self, event: str, arguments: tuple) -> None:
        if not self.is_meant(event, arguments):
            return
        self.seen += 1
        if self.action.startswith("/"):
            os.utime(self.action, ns=(self.seen, self.seen))  # opening a file here would be a moment too
        elif self.seen == self.number:
            signal.raise_signal(int(self.action))

    def is_meant(self, event: str, arguments: tuple) -> bool:
        if self.what == "change":
            wrote = event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING
            return bool(wrote) or event in CHANGES
        if self.what == "network":
            asks = event == "socket.connect" and arguments[0].family != socket.AF_UNIX
            return asks or event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")
        if event == "import":
            return self.what == arguments[0]
        return self.what == event


if "QUARTIER_STRIKE" in os.environ and "--multiprocessing-fork" not in sys.orig_argv:
    sys.addaudithook(Strike(*os.environ["QUARTIER_STRIKE"].split()))
