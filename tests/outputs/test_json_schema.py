"""The schema that editors' programs use says the same as the reader."""

from pathlib import Path

import jsonschema
import pytest
import yaml

from quartier.model.entry import entries_of
from quartier.model.types import CONTENT_TYPES
from quartier.outputs.json_schema import schema_of, schemas
from quartier.reading.content import read_content

CONTENT = Path(__file__).parents[2] / "content"


def test_every_type_has_a_valid_schema():
    found = schemas()

    assert {f"{content_type.record.__name__}.schema.json" for content_type in CONTENT_TYPES} < set(found)
    for schema in found.values():
        jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("content_type", CONTENT_TYPES, ids=lambda content_type: content_type.german)
def test_every_field_stands_in_the_schema_with_its_hint(content_type):
    properties = schema_of(content_type.record)["properties"]

    for entry in entries_of(content_type.record).values():
        assert properties[entry.key]["description"] == entry.hint


def test_the_content_that_is_read_is_valid_by_schema_too():
    checked = 0
    for file, record in read_content(CONTENT).records:
        head = (CONTENT / file.path).read_text(encoding="utf-8").split("\n---")[0].removeprefix("---\n")
        jsonschema.validate(yaml.load(head, yaml.BaseLoader), schema_of(type(record)))
        checked += 1
    assert checked > 50


def test_a_misspelt_key_is_refused_by_schema_too():
    with pytest.raises(jsonschema.ValidationError, match="artt"):
        jsonschema.validate({"artt": "Gruppe"}, schema_of(CONTENT_TYPES[2].record))
