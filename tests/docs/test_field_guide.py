"""docs/felder.md is what the model gives, and its samples are a district that builds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from documents import DOCS, TODAY, write, write_samples
from hypothesis import given
from hypothesis import strategies as st

from quartier.district.assemble import assemble
from quartier.model.entry import entries_of
from quartier.model.types import CONTENT_TYPES
from quartier.outputs.field_tables import field_guide
from quartier.outputs.samples import FILES, sample_of
from quartier.outputs.templates_for_editors import OFFER, blank_template, sample_text, yaml_list, yaml_text
from quartier.reading.content import read_content


def problems(content: Path) -> list[str]:
    """Everything that is wrong in a folder, as »file: message«."""
    found = assemble(read_content(content), TODAY)[1]
    return [f"{problem.path}: {problem.message}" for problem in found]


def uncommented(text: str) -> str:
    """A sample with all that it offers."""
    head, offer, tail = text.partition(OFFER)
    return head + re.sub(r"^# ", "", tail, flags=re.MULTILINE) if offer else text


def test_the_committed_guide_is_what_the_model_gives(update_golden):
    if update_golden:
        (DOCS / "felder.md").write_text(field_guide(), encoding="utf-8")
    assert (DOCS / "felder.md").read_text(encoding="utf-8") == field_guide(), "make golden writes the guide anew"


def test_the_guide_tells_of_every_field():
    guide = field_guide()
    for record in FILES:
        for entry in entries_of(record).values():
            assert f"`{entry.key}`" in guide
            assert entry.hint in guide


def test_the_samples_together_are_a_district_without_a_fault(tmp_path):
    assert problems(write_samples(tmp_path)) == []


def test_everything_that_the_samples_offer_can_be_taken_up(tmp_path):
    content = write_samples(tmp_path)
    (content / "dokumente/richtlinie/richtlinie.pdf").write_bytes(b"%PDF-1.7\n")
    for record in FILES:
        if "\n# " in sample_text(record):
            write(content, sample_of(record).path, uncommented(sample_text(record)))

    assert problems(content) == []


@pytest.mark.parametrize("content_type", CONTENT_TYPES, ids=lambda content_type: content_type.german)
def test_an_unfilled_template_is_refused_field_by_field(content_type, tmp_path):
    content = write_samples(tmp_path)
    path = sample_of(content_type.record).path
    write(content, path, blank_template(content_type.record))

    required = [entry.key for entry in entries_of(content_type.record).values() if entry.required]
    about = {problem for problem in problems(content) if problem.startswith(f"content/{path}: Das Feld")}
    assert about == {f"content/{path}: Das Feld »{key}« ist leer." for key in required}


@given(st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("a :#-?[]{},"))))
def test_any_text_stands_in_a_file_as_itself(text):
    read = yaml.load(f"key: {yaml_text(text)}\nlist: {yaml_list([text, 'other'])}", yaml.BaseLoader)
    assert read == {"key": text, "list": [text, "other"]}
