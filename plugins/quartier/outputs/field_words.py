"""What may stand in a field, in German words, and an example of it. Written from the kinds of the model."""

from __future__ import annotations

from functools import singledispatch

from quartier.model import kinds
from quartier.model.entry import Entry, entries_of
from quartier.model.types import CONTENT_TYPES
from quartier.outputs.samples import TERMS, short_name_of_sample

FOLDERS = {content_type.record.__name__: content_type.folder for content_type in CONTENT_TYPES}


def example_of(entry: Entry) -> str:
    """A value of the field as one writes it in the file; empty where only the editor knows one."""
    return entry.example or _example(entry.kind)


@singledispatch
def _example(kind: kinds.Kind) -> str:
    """An example where the field names none."""
    return _EXAMPLES.get(type(kind), "")


_EXAMPLES: dict[type, str] = {
    kinds.YesNo: "ja",
    kinds.Day: "13.12.2026",
    kinds.DayOrYear: "2017",
    kinds.Moment: "13.12.2026 18:00",
    kinds.Money: "250,00",
    kinds.Whole: "12",
    kinds.Language: "en",
    kinds.Phone: "0123 456789",
    kinds.Mail: "buero@quartier.example",
    kinds.Web: "https://quartier.example",
    kinds.Colour: '"#1d5c4a"',
}


@_example.register
def _(kind: kinds.Reference) -> str:
    return short_name_of_sample(kind.to[0])


@_example.register
def _(kind: kinds.Term) -> str:
    return TERMS.get(kind.vocabulary, "")


@_example.register
def _(kind: kinds.Choice) -> str:
    return next(iter(kind.options)).value


@_example.register
def _(kind: kinds.Nested) -> str:
    fields = entries_of(kind.record)
    if kind.shorthand:
        return next(example_of(field) for field in fields.values() if field.key == kind.shorthand)
    return f"{{{', '.join(f'{field.key}: {quoted_in_flow(field)}' for field in fields.values() if field.required)}}}"


@_example.register
def _(kind: kinds.Many) -> str:
    inner = _example(kind.of)
    return f"[{inner}]" if inner else ""


def quoted_in_flow(field: Entry) -> str:
    """The field's example as it stands between curly brackets, where a comma would end it."""
    example = example_of(field)
    return f'"{example}"' if "," in example and example[0] not in "[{" else example


_WORDS: dict[type, str] = {
    kinds.Name: "Kurzname: a bis z, Ziffern, Bindestriche",
    kinds.Money: "Betrag in Euro, etwa 12,50",
    kinds.YesNo: "ja oder nein",
    kinds.Day: "Tag, etwa 13.12.2026",
    kinds.DayOrYear: "Tag, Monat oder Jahr, etwa 2017",
    kinds.Moment: "Tag, auch mit Uhrzeit, etwa 13.12.2026 18:00",
    kinds.Language: "Sprachkürzel, etwa de, en, tr, ar, uk",
    kinds.Mail: "Mailadresse",
    kinds.Phone: "Telefonnummer",
    kinds.Web: "Adresse, beginnt mit https://",
    kinds.Colour: 'Farbe, etwa "#1d5c4a"',
    kinds.Times: "Tag und Uhrzeit in Worten",
}


@singledispatch
def allowed(kind: kinds.Kind) -> str:
    """What may stand in a field of this kind, as a German phrase."""
    return _WORDS[type(kind)]


@allowed.register
def _(kind: kinds.Text) -> str:
    return f"eine Zeile, höchstens {kind.limit} Zeichen"


@allowed.register
def _(kind: kinds.Paragraph) -> str:
    return f"ein oder mehrere Absätze, höchstens {kind.limit} Zeichen"


@allowed.register
def _(kind: kinds.Whole) -> str:
    return f"ganze Zahl von {kind.low} bis {kind.high}"


@allowed.register
def _(kind: kinds.Choice) -> str:
    return "eines von: " + ", ".join(f"»{option.value}«" for option in kind.options)


@allowed.register
def _(kind: kinds.File) -> str:
    return f"Datei mit einer der Endungen {', '.join(kind.endings)}"


@allowed.register
def _(kind: kinds.Wann) -> str:
    what = "Datum und Uhrzeit" if kind.kind == "termin" else "Zeitangabe"
    return f"{what} in Worten, siehe [Termine schreiben](termine-schreiben.md)"


@allowed.register
def _(kind: kinds.Reference) -> str:
    places = [_place(name) for name in kind.to]
    if set(FOLDERS) - {"Article", "Page"} <= set(kind.to):
        return "Kurzname von etwas auf dieser Website"
    return " oder ".join(places)


def _place(name: str) -> str:
    match name:
        case "Room":
            return "Raum als ort/raum"
        case "Decision":
            return "Nummer eines Beschlusses, etwa 1-2026-01"
        case "Privatperson":
            return "»Privatperson«"
    return f"Kurzname aus `{FOLDERS[name]}/`"


@allowed.register
def _(kind: kinds.Term) -> str:
    return f"Wort aus der Liste `{kind.vocabulary}` in `quartier.yaml`"


@allowed.register
def _(kind: kinds.Nested) -> str:
    return "Gruppe von Feldern" + (f", oder nur »{kind.shorthand}«" if kind.shorthand else "")


@allowed.register
def _(kind: kinds.Many) -> str:
    return f"{allowed(kind.of)}; mehrere als [eins, zwei]"
