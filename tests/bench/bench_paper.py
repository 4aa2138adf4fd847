"""CPU seconds for papers of the project's own content, cold: one by one, as a build prints them.

Run it: .venv/bin/python tests/bench/bench_paper.py
"""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[2] / "plugins"))

from quartier.district.assemble import assemble
from quartier.outputs.paper.event_sheet import event_sheet_ladder, events_to_announce
from quartier.outputs.paper.fit import fitted
from quartier.outputs.paper.minutes import minutes_job, minutes_on_paper
from quartier.outputs.paper.press import Press
from quartier.outputs.paper.programme import programme_of
from quartier.outputs.paper.programme_job import programme_ladders
from quartier.outputs.paper.prose import Prose
from quartier.outputs.paper.voice import Voice
from quartier.reading.content import read_content

ROOT = Path(__file__).parents[2]
PRINT = ROOT / "theme" / "print"
BUDGET = 0.3


class NoCache(dict):
    """A cache that every paper finds empty."""

    def put(self, key: str, value: bytes) -> None:
        """Keep nothing."""


def main() -> None:
    """Print a line for each kind of paper."""
    content = ROOT / "content"
    district, _ = assemble(read_content(content, content.name), datetime(2026, 11, 24, 9), content.name)
    with Press(PRINT, NoCache()) as press:
        for language in ("de", "ar"):
            voice = Voice(district, language, PRINT / "languages")
            ladders = programme_ladders(voice, programme_of(district, date(2026, 12, 1)))
            for form, ladder in ladders.items():
                measure(f"programme {form.name} {language}", lambda ladder=ladder: fitted(press, ladder).pdf)
        meeting = minutes_on_paper(district)[0]
        measure("minutes", lambda: press.pdf(minutes_job(district, meeting, Prose(district, content.name))))
        event = events_to_announce(district)[0]
        german = Voice(district, "de", PRINT / "languages")
        measure("event sheet", lambda: fitted(press, event_sheet_ladder(german, event)).pdf)


def measure(name: str, work) -> None:
    """Say what one paper costs and weighs."""
    start = process_time()
    pdf = work()
    spent = process_time() - start
    print(f"{name:20} {spent:5.2f} cpu s (budget {BUDGET}), {len(pdf) // 1024} kB")  # noqa: T201


if __name__ == "__main__":
    main()
