"""Processes that share the printing: they end with the build that began them, however that ends."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import wait
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")


def in_workers(count: int, work: Callable[..., Result], *arguments: list) -> Iterator[Result]:
    """Like ``map`` in ``count`` processes. Where the build is interrupted, they are ended and not waited for."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(count, mp_context=context, initializer=_end_with_the_build) as pool:
        try:
            # Ctrl+C goes to every process of a terminal; the build alone answers, and its children inherit this mask.
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
            try:
                done = pool.map(work, *arguments)
            finally:
                signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
            yield from done
        except BaseException:
            for process in multiprocessing.active_children():
                process.terminate()
            raise


def _end_with_the_build() -> None:
    """A killed build can't tell its workers; they would wait for ever."""
    Thread(target=_watch, daemon=True).start()


def _watch() -> None:
    wait([multiprocessing.parent_process().sentinel])
    os._exit(1)
