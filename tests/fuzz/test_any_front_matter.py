"""Front matter of every type with values of every sort where another is due."""

import pytest
from fuzz.one_file import check_district, fresh_district, fuzzing
from hypothesis import given
from hypothesis import strategies as st

from quartier.model.entry import entries_of
from quartier.model.types import CONTENT_TYPES
from quartier.outputs.samples import sample_of
from quartier.outputs.templates_for_editors import sample_text

WORDS = st.sampled_from(
    """
    buero|verein|konferenz|wohnen|naehtreff|fest|buero/saal|2026-03-04|quartiersfonds|ja|nein|entfällt|verschoben|Pause
    |genehmigt|berichtigt|aufgegangen|Entwurf|Konferenz|12,50 €|1.500|-3|999999999999999999999999|0|1e3|05.12.2026
    |5. Dezember 2026|2026|11/2016|31.02.2026|dienstags 15–17 Uhr|jeden 2. Freitag|nach Vereinbarung|16–17 Uhr|offen
    |Feiertage|25:00 Uhr|a@b.example|https://a.example|02403 123|de|xx|#fff|foto.jpg|../x.pdf|~|null|''||2026-1|baeume
    """.replace("\n    ", "").split("|")
)
SCALARS = WORDS | st.text("abcäß 0123456789.,:-–/\"'#&*!|>%@`{}[]()\t", max_size=20)
KEYS = [key for kind in CONTENT_TYPES for entry in entries_of(kind.record).values() for key in (entry.key, *entry.also)]
INNER = [
    "art",
    "am",
    "von",
    "bis",
    "auf",
    "wann",
    "ort",
    "grund",
    "rolle",
    "name",
    "einwilligung",
    "datei",
    "alt",
    "foto",
]
FLOW = st.recursive(
    SCALARS.filter(lambda text: not set(text) & set("[]{},\t")),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.lists(st.tuples(st.sampled_from(INNER), inner), max_size=4).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"
        )
    ),
    max_leaves=6,
)


@st.composite
def front_matter(draw):
    """A file of some type: its template with fields changed, added and taken away."""
    kind = draw(st.sampled_from(CONTENT_TYPES))
    keys = [key for entry in entries_of(kind.record).values() for key in (entry.key, *entry.also)]
    lines = [line for line in sample_text(kind.record).splitlines() if not line.startswith("#")]
    for _ in range(draw(st.integers(1, 4))):
        key = draw(st.sampled_from(keys) | st.sampled_from(KEYS))
        lines = [line for line in lines if not line.startswith(f"{key}:")]
        lines.insert(1, f"{key}: {draw(SCALARS | FLOW)}")
    return sample_of(kind.record).path, "\n".join(lines)


@pytest.fixture(scope="module")
def district(tmp_path_factory):
    return fresh_district(tmp_path_factory.mktemp("fuzz"))


@fuzzing(200)
@given(front_matter())
def test_any_front_matter(district, file):
    path, text = file
    check_district(district, path, text.encode("utf-8", "surrogatepass"))
