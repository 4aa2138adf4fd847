"""Every German sentence has its translation in every language, with the same placeholders."""

from importlib.resources import files
from string import Formatter

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from quartier.schedule.catalog import LANGUAGES, words

PACKAGE = files("quartier.schedule")
TRANSLATED = tuple(language for language in LANGUAGES if language != "de")
SPOKEN = {"phrase": None, "in_context": ((1, "c"), 2), "counted": (1, 2), "date": (2,)}
SCHOOL_HOLIDAYS = [
    "Sommerferien",
    "Herbstferien",
    "Weihnachtsferien",
    "Winterferien",
    "Osterferien",
    "Pfingstferien",
    "Himmelfahrtsferien",
    "Maiferien",
    "Frühjahrsferien",
    "Frühlingsferien",
    "Märzferien",
    "Halbjahresferien",
    "Zeugnisferien",
    "Faschingsferien",
    "Fastnachtsferien",
    "Karnevalsferien",
]


def catalog(language):
    """The catalog as Babel reads it."""
    with (PACKAGE / "languages" / f"{language}.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


def spoken():
    """(context, German) of each sentence that the saying modules speak."""
    found = set()
    for module in PACKAGE.iterdir():
        if module.name.endswith(("saying.py", "_words.py", "catalog.py")):
            for _, message, _, context in extract_from_file("python", str(module), keywords=SPOKEN):
                german = message if isinstance(message, str) else message[0]
                found.add((context or ("CLDR" if is_date_pattern(german) else ""), german))
    return found | {("Schulferien", name) for name in SCHOOL_HOLIDAYS}


def is_date_pattern(german):
    """Whether a phrase is a pattern of CLDR, which ``date`` looks up in a context of its own."""
    return "MM" in german


def placeholders(sentence):
    """The names in braces."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_catalog_holds_what_is_spoken_and_nothing_else(language):
    entries = {(message.context or "", german(message)) for message in catalog(language) if message.id}
    assert entries == spoken()


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_empty_or_fuzzy(language):
    for message in catalog(language):
        assert message.id == "" or all(forms(message)), message.id
        assert message.id == "" or not message.fuzzy, message.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_placeholders_agree(language):
    for message in catalog(language):
        wanted = set().union(*map(placeholders, keys(message)))
        for form in forms(message):
            free = {"n"} if message.pluralizable else set()  # "jeden zweiten Tag" needs no number
            assert wanted - free <= placeholders(form) <= wanted, form


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_plural_form_of_the_language_is_there(language):
    plural_forms = catalog(language).num_plurals
    counted = [message for message in catalog(language) if message.pluralizable]
    assert counted
    assert {len(message.string) for message in counted} == {plural_forms}


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_header_says_that_review_is_awaited(language):
    assert "Awaiting review" in catalog(language).header_comment


@pytest.mark.parametrize("language", [language for language in TRANSLATED if language != "leicht"])
def test_german_words_stay_out_of_other_languages(language):
    for message in catalog(language):
        assert all("Uhr" not in form for form in forms(message)), message.id


def test_an_unknown_language_is_refused():
    with pytest.raises(ValueError, match="xx"):
        words("xx")


def test_plural_forms_follow_the_number():
    ways = "jede Woche {days}", "alle {n} Wochen {days}"
    said = {n: words("ru").counted(*ways, n, days="X") for n in (2, 5, 21)}
    assert said == {2: "раз в 2 недели: X", 5: "раз в 5 недель: X", 21: "раз в 21 неделю: X"}
    assert words("uk").counted(*ways, 3, days="X") == "раз на 3 тижні: X"
    assert words("ar").counted(*ways, 2, days="X") == "كل أسبوعين: X"
    assert words("ar").counted(*ways, 3, days="X") == "كل 3 أسابيع: X"
    assert words("tr").counted(*ways, 3, days="X") == "3 haftada bir: X"


def german(message):
    """The German key of an entry."""
    return keys(message)[0]


def keys(message):
    """Its German, as one or two numbers."""
    return message.id if message.pluralizable else (message.id,)


def forms(message):
    """Its translation, as one or several plural forms."""
    return message.string if message.pluralizable else (message.string,)
