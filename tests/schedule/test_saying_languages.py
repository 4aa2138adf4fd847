"""What rules are in the other languages, by a table of expected sentences."""

from pathlib import Path

import pytest
import yaml

from quartier.schedule.catalog import LANGUAGES
from quartier.schedule.saying import say

from .said_rules import RULES

TABLE = yaml.safe_load((Path(__file__).parent / "said_in_languages.yaml").read_text(encoding="utf-8"))
ROWS = [(name, language, sentence) for name, row in TABLE.items() for language, sentence in row.items()]


@pytest.mark.parametrize(("name", "language", "sentence"), ROWS)
def test_the_sentence(name, language, sentence):
    assert say(RULES[name], language) == sentence


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("style", ["web", "paper"])
@pytest.mark.parametrize("name", RULES)
def test_every_rule_can_be_said_without_a_gap(name, language, style):
    sentence = say(RULES[name], language, style)
    assert sentence
    assert not set("{}|") & set(sentence)
    assert "  " not in sentence


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language not in ("de", "leicht")])
@pytest.mark.parametrize("name", RULES)
def test_digits_are_latin_and_german_stays_at_home(name, language):
    sentence = say(RULES[name], language)
    assert all(character.isascii() for character in sentence if character.isdigit())
    assert "Uhr" not in sentence
