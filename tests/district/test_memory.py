"""What one sitting says reaches everybody, but for what is not public."""

from datetime import datetime

from small_district import write_district

from quartier.district.assemble import assemble
from quartier.reading.content import read_content

BODY = "---\nname: Konferenz\nart: Konferenz\n---\n"
MEETING = """---
gremien: [konferenz]
nummer: 1
wann: {}
protokoll: Entwurf
---
## TOP 1 Begrüßung

Guten Tag.

## TOP 2 Personal (nicht öffentlich)

Ein vertraulicher Satz.

!!! beschluss 1-2026-01 "Vertraulich"
    Ein vertraulicher Beschluss.
    : ja 5, nein 0, enthaltung 0
"""


def memory(tmp_path, when):
    changes = {"arbeitsgruppen/konferenz.md": BODY, "konferenzen/2026-03-04.md": MEETING.format(when)}
    district, problems = assemble(read_content(write_district(tmp_path / "content", changes)), datetime(2026, 11, 22))
    assert [problem for problem in problems if problem.severity == "error"] == []
    return district.memory


def test_what_is_not_public_is_in_no_minutes_and_in_no_register(tmp_path):
    found = memory(tmp_path, "04.03.2026, 17–19 Uhr")

    assert "vertraulich" not in repr(found.minutes).lower()
    assert "vertraulich" not in repr(found.sittings["2026-03-04"].minutes).lower()
    assert found.register.all() == ()
    assert [(item.number, item.is_open) for item in found.minutes["2026-03-04"].items] == [("1", True), ("2", False)]


def test_a_sitting_without_a_day_yet_has_minutes_without_what_is_not_public(tmp_path):
    found = memory(tmp_path, "wird bekannt gegeben")

    assert found.sittings == {}
    assert "vertraulich" not in repr(found.minutes).lower()
