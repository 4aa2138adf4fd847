"""The field guide for editors, docs/felder.md: every kind of file with its fields. Written from the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quartier.model.common import Record, Translation
from quartier.model.entry import Entry, entries_of
from quartier.model.kinds import Kind, Many, Nested
from quartier.outputs.field_words import allowed
from quartier.outputs.samples import FILES, sample_of, type_of
from quartier.outputs.templates_for_editors import sample_text

HEAD = """\
# Alle Felder

Diese Seite schreibt das Programm selbst (`quartier felder`). Bitte nicht von Hand ändern.

Jede Datei hat oben zwischen zwei Zeilen `---` ihre Angaben und darunter den Text. Der Ordner sagt, was sie ist, der
Dateiname ist ihr Kurzname. **Fett** ist, was dastehen muss; alles andere darf fehlen. Eine neue Datei mit allen nötigen
Angaben legt `quartier neu` an."""
COMMON_TITLE = "Felder, die überall gehen"
COMMON = "Diese Felder gehen in jeder Datei mit Text."
GROUPS_TITLE = "Gruppen von Feldern"
GROUPS = (
    "Manche Felder haben selbst Felder. Sie stehen eingerückt darunter oder in geschweiften Klammern: "
    "`bild: {datei: fest.jpg, alt: …, foto: …}`."
)
TRANSLATION = (
    "Eine Übersetzung liegt neben dem Original und heißt wie dieses mit der Sprache dahinter: `naehtreff.ar.md`. "
    "Sie enthält nur Worte. Zeiten, Orte und Preise kommen immer aus dem deutschen Original."
)


def field_guide() -> str:
    """The whole guide as Markdown."""
    parts = [HEAD, _contents()]
    for record in FILES:
        parts += [f"## {_title(record)}", sample_of(record).about, _sample(record), _table(_own_entries(record))]
    parts += ["## Übersetzung", TRANSLATION, _table(entries_of(Translation))]
    parts += [f"## {COMMON_TITLE}", COMMON, _table(entries_of(Record))]
    parts += [f"## {GROUPS_TITLE}", GROUPS]
    for record, keys in _groups().items():
        parts += [f"### {', '.join(f'`{key}`' for key in keys)}", _table(entries_of(record))]
    return "\n\n".join(parts) + "\n"


def _title(record: type) -> str:
    content_type = type_of(record)
    return f"{content_type.german} (`{_folder(record)}`)" if content_type else f"`{sample_of(record).path}`"


def _folder(record: type) -> str:
    """Where such files lie; an edition and a document have a folder of their own."""
    top, _, rest = sample_of(record).path.partition("/")
    return f"{top}/…/" if "/" in rest else f"{top}/"


def _contents() -> str:
    return "\n".join(f"- [{_title(record)}](#{_anchor(_title(record))})" for record in FILES)


def _anchor(title: str) -> str:
    """The heading's anchor as git hosts make it."""
    kept = "".join(character for character in title.lower() if character.isalnum() or character in " -_")
    return kept.replace(" ", "-")


def _sample(record: type) -> str:
    language = "yaml" if type_of(record) is None else "markdown"
    return f"```{language} datei={sample_of(record).path}\n{sample_text(record)}```"


def _own_entries(record: type) -> dict[str, Entry]:
    """The fields of a record without those that every record has."""
    common = entries_of(Record) if issubclass(record, Record) else {}
    return {name: entry for name, entry in entries_of(record).items() if name not in common}


def _table(entries: Mapping[str, Entry]) -> str:
    ordered = sorted(entries.values(), key=lambda entry: not entry.required)
    return "\n".join(["| Feld | was es sagt | was dort steht |", "|---|---|---|", *map(_row, ordered)])


def _row(entry: Entry) -> str:
    key = f"**`{entry.key}`**" if entry.required else f"`{entry.key}`"
    also = f" (auch {', '.join(f'`{other}`' for other in entry.also)})" if entry.also else ""
    return f"| {key}{also} | {entry.hint} | {allowed(entry.kind)} |".replace("  ", " ")


def _groups() -> dict[type, list[str]]:
    """The classes that are nested in others, with the keys they stand under, in the order they are met."""
    groups: dict[type, list[str]] = {}
    waiting = [Record, *FILES]
    while waiting:
        for key, group in _nested(waiting.pop(0)):
            if group not in groups:
                groups[group] = []
                waiting.append(group)
            if key not in groups[group]:
                groups[group].append(key)
    return groups


def _nested(record: type) -> Iterator[tuple[str, type]]:
    for entry in entries_of(record).values():
        kind: Kind = entry.kind.of if isinstance(entry.kind, Many) else entry.kind
        if isinstance(kind, Nested):
            yield entry.key, kind.record
