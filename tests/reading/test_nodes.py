"""Front matter as editors type it: what is read as text, and what YAML would get wrong is refused."""

import pytest

from quartier.model.problem import Mark
from quartier.reading.nodes import Mapping, Scalar, Sequence, parse
from quartier.reading.source import HEAD_LIMIT, Unreadable, guard


def plain(node):
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.items}


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("beginn: 19:30", {"beginn": "19:30"}),
        ("plz: 01067", {"plz": "01067"}),
        ("frei: nein", {"frei": "nein"}),
        ("land: NO", {"land": "NO"}),
        ("datum: 3.4.2026", {"datum": "3.4.2026"}),
        ("datum: 2026-02-31", {"datum": "2026-02-31"}),
        ("wert: 1e3", {"wert": "1e3"}),
        ('titel: "Café: jeden Tag"', {"titel": "Café: jeden Tag"}),
        ("titel: Käthe's Café", {"titel": "Käthe's Café"}),
        ("nicht: [Feiertage, Schulferien]", {"nicht": ["Feiertage", "Schulferien"]}),
        ("a:\n  - {am: 05.11.2024, art: entfällt}", {"a": [{"am": "05.11.2024", "art": "entfällt"}]}),
        ("titel: Fest # eine Notiz", {"titel": "Fest"}),
        ("", {}),
    ],
)
def test_scalars_stay_text(head, expected):
    node, problems = parse(head, "content/x.md")

    assert plain(node) == expected
    assert not problems


def test_places_are_those_of_the_file():
    node, _ = parse("titel: Ä\nwann: dienstags", "content/x.md")

    (title_key, title), (_, when) = node.items
    assert (title_key.mark, title.mark, when.mark) == (Mark(2, 1), Mark(2, 8), Mark(3, 7))
    assert isinstance(node, Mapping)


@pytest.mark.parametrize(
    ("head", "mark", "message", "hint"),
    [
        ("titel: Café: neu", Mark(2, 12), "Doppelpunkt mitten im Wert", 'titel: "Café: neu"'),
        ("titel: *Neu*", Mark(2, 12), "nicht mit * oder &", 'titel: "*Neu*"'),
        ("titel: &Co Fest", Mark(2, 8), "nicht mit ! oder &", 'titel: "&Co Fest"'),
        ("titel: @verein", Mark(2, 8), "nicht mit @", 'titel: "@verein"'),
        ("titel: > 18", Mark(2, 10), "nicht mit > oder |", 'titel: "> 18"'),
        ("titel: !!int 3", Mark(2, 8), "nicht mit ! oder &", 'titel: "!!int 3"'),
        ("titel: [Abgesagt] Fest", Mark(2, 19), "steht noch etwas", 'titel: "[Abgesagt] Fest"'),
        ("titel: 'Geht's", Mark(2, 14), "steht noch etwas", 'titel: "Geht\'s"'),
        ('titel: "Das "große""', Mark(2, 14), "steht noch etwas", r'titel: "Das \"große\""'),
        ("titel: {a", Mark(2, 8), "geschweifte Klammer", "Anführungszeichen"),
        ("\ttitel: x", Mark(2, 1), "Tabulator", "Leerzeichen"),
        ("titel: x\n\tkurz: y", Mark(3, 1), "Tabulator", "Leerzeichen"),
        ("titel:Neues\ndatum: x", Mark(2, 1), "fehlt der Doppelpunkt", "titel: Neues"),
        ("titel = Neues\ndatum: x", Mark(2, 1), "fehlt der Doppelpunkt", "titel: Neues"),
        ("titel: Neues\n  datum: x", Mark(3, 3), "weiter eingerückt", "datum: x"),
        ("titel:\nNeues\ndatum: x", Mark(3, 1), "fehlt der Doppelpunkt", "titel:"),
        ("  titel: Neues\ndatum: x", Mark(3, 1), "anders eingerückt", 'datum: "x"'),
        ('titel: "Fest', Mark(2, 8), "nicht geschlossen", 'titel: "Fest"'),
        (r'titel: "C:\Fest"', Mark(2, 11), "eigene Bedeutung", r'titel: "C:\\Fest"'),
        (r'titel: "Fest\0"', Mark(2, 8), "Steuerzeichen (U+0000)", "Schrägstrich"),
        ("nur ein Satz", Mark(2, 1), "keine Felder", "titel: Nähtreff"),
        ("a: [*b]", Mark(2, 5), "nicht mit * oder &", 'a: "[*b]"'),
    ],
)
def test_what_yaml_would_misread_is_refused_with_a_line_to_copy(head, mark, message, hint):
    with pytest.raises(Unreadable) as refused:
        parse(head, "content/x.md")

    problem = refused.value.problem
    assert problem.mark == mark
    assert message in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("head", "mark", "lost"),
    [
        ("titel: #Sommer", Mark(2, 8), "#Sommer"),
        ("titel: Fest #3", Mark(2, 13), "#3"),
        ('titel: "Fest" #3', Mark(2, 15), "#3"),
        ("themen: [Fest] #3", Mark(2, 16), "#3"),
        ("themen:\n  - Fest #3", Mark(3, 10), "#3"),
    ],
)
def test_a_hash_that_would_swallow_words_is_an_error(head, mark, lost):
    _, problems = parse(head, "content/x.md")

    (problem,) = problems
    assert problem.mark == mark
    assert lost in problem.message
    assert problem.severity == "error"


@pytest.mark.parametrize(
    "head",
    [
        "x" * (HEAD_LIMIT + 1),
        "a: " + "[" * 40,
        "- " * 5000 + "x",
        "? " * 5000 + "x",
        "a: " + "{b: " * 30 + "c" + "}" * 30,
    ],
    ids=["long", "brackets", "dashes", "questions", "braces"],
)
def test_depth_and_size_are_bounded_before_the_parser(head):
    with pytest.raises(Unreadable):
        guard(head, "content/x.md", first_line=2)


def test_an_empty_document_is_told_on_a_line_that_is_there():
    with pytest.raises(Unreadable) as refused:
        parse("---", "content/quartier.yaml", first_line=1)

    assert refused.value.problem.mark == Mark(1, 1)


def test_shared_nodes_can_not_multiply():
    head = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]"

    with pytest.raises(Unreadable):
        parse(head, "content/x.md")
