"""A new file with its comments, written from the model: for »quartier neu«, the git host's editor and the guide."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from quartier.model.entry import Entry, entries_of
from quartier.model.kinds import Choice, Many
from quartier.outputs.field_words import allowed, example_of
from quartier.outputs.samples import sample_of, type_of

READ_BY_NOBODY = "# Was hinter # steht, liest nur, wer hier schreibt."
OFFER = "# Das können Sie auch angeben; nehmen Sie dafür # und Leerzeichen am Anfang der Zeile weg:"
_PLAIN = re.compile(r"[^\W_](?:[^:#\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|:(?=[^\W_]|//))*")
_REFUSED = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_BREAKS_A_LIST = re.compile(r"[\[\]{},?:]")


def template(record: type, values: Mapping[str, str], body: str = "") -> str:
    """The text of a new file. ``values`` are YAML text by attribute name; required ones that are not
    given stay empty, with an example beside them, so that the check asks for them."""
    lines = [READ_BY_NOBODY, *_fields(record, values), *_offered(record, values)]
    if type_of(record) is None:
        return "\n".join([*lines, ""])
    return "\n".join(["---", *lines, "---", "", body or "", ""]).rstrip("\n") + "\n"


def blank_template(record: type) -> str:
    """The text of a new file of which nothing is known yet."""
    return template(record, {}, "Hier steht der Text.")


def sample_text(record: type) -> str:
    """The sample file of a record class, with every required field."""
    sample = sample_of(record)
    required = {name: example_of(entry) for name, entry in entries_of(record).items() if entry.required}
    return template(record, required | dict(sample.values), sample.body)


def yaml_text(value: str) -> str:
    """A text as it stands behind a key: bare where that is safe, else in quotation marks."""
    return value if _PLAIN.fullmatch(value) and value == value.strip() else _quoted(value)


def yaml_list(values: Iterable[str]) -> str:
    """Texts as a list on one line."""
    items = (_quoted(one) if _BREAKS_A_LIST.search(one) else yaml_text(one) for one in values)
    return f"[{', '.join(items)}]"


def _quoted(value: str) -> str:
    """JSON's quotation marks are YAML's; YAML refuses or folds a few characters more."""
    return _REFUSED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def _fields(record: type, values: Mapping[str, str]) -> Iterator[str]:
    for name, entry in sorted(entries_of(record).items(), key=lambda pair: _place(pair[0])):
        if name in values or entry.required:
            yield f"# {_explained(entry)}"
            yield f"{entry.key}: {values[name]}".replace(": \n", ":\n") if name in values else _empty(entry)


def _place(name: str) -> int:
    """What a reader looks for first stands first; what nobody changes stands last."""
    return {"title": 0, "summary": 1, "uid": 3}.get(name, 2)


def _empty(entry: Entry) -> str:
    example = example_of(entry)
    return f"{entry.key}:  # zum Beispiel: {example}" if example else f"{entry.key}:"


def _offered(record: type, values: Mapping[str, str]) -> Iterator[str]:
    entries, sample = entries_of(record), sample_of(record)
    left_out = [name for name in sample.values if name not in values and not entries[name].required]
    offered = [entries[name] for name in (*left_out, *sample.offered) if name not in values]
    if offered:
        yield OFFER
    for entry in offered:
        yield f"# {entry.key}: {example_of(entry)}".rstrip()


def _explained(entry: Entry) -> str:
    kind = entry.kind.of if isinstance(entry.kind, Many) else entry.kind
    return f"{entry.hint} Möglich ist {allowed(kind)}." if isinstance(kind, Choice) else entry.hint
