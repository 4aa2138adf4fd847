"""Questions as people ask them, typed into the real page of the search and answered by its script."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from quartier.outputs.search.words import fold, stem, words_of

ROOT = Path(__file__).parents[2]
FIRST_QUESTION = 50 * 1024
SHOWN = 10

#: Question, address that must stand among the results shown first.
FOUND = [
    # words as they stand there
    ("Flohmarkt", "/termine/flohmarkt-2027/"),
    ("Impressum", "/impressum/"),
    ("Geschäftsordnung", "/dokumente/geschaeftsordnung/"),
    ("Beratung", "/beratung/"),
    ("Bohrmaschine", "/angebote/werkzeugausleihe/"),
    ("Sprechstunde", "/angebote/sprechstunde/"),
    ("Hochbeete", "/projekte/hochbeete/"),
    ("Dezember 2026", "/termine/2026-12/"),
    ("stufenlos", "/orte/quartiersbuero/"),
    ("Weihnachtsfest", "/aktuelles/weihnachtsfest/"),
    ("Vergabejury", "/arbeitsgruppen/vergabejury/"),
    ("Linsensuppe", "/zeitung/2024-4/linsensuppe/"),
    # parts of compounds
    ("Fest", "/aktuelles/weihnachtsfest/"),
    ("Fest", "/zeitung/2024-4/ein-fest-auf-der-wiese/"),
    ("Treff", "/angebote/naehtreff/"),
    ("Café", "/angebote/sprachcafe/"),
    ("Konferenz", "/dokumente/geschaeftsordnung/"),
    ("Platz", "/aktuelles/spielplatzfest/"),
    ("Ausleihe", "/angebote/werkzeugausleihe/"),
    ("Suppe", "/zeitung/2024-4/linsensuppe/"),
    ("Markt", "/termine/flohmarkt-2027/"),
    ("Jury", "/arbeitsgruppen/vergabejury/"),
    ("Fonds", "/fonds/quartiersfonds/"),
    ("Tag", "/termine/tauschtag-2027/"),
    ("Tausch", "/termine/tauschtag-2027/"),
    ("Formular", "/angebote/formularhilfe/"),
    ("Ordnung", "/dokumente/hausordnung-gemeinschaftsraum/"),
    ("Gruppe", "/angebote/krabbelgruppe/"),
    ("Beet", "/projekte/hochbeete/"),
    # umlauts and ß, written in every way
    ("Spielplätze", "/akteure/kinderschutzbund/"),
    ("Spielplaetze", "/akteure/kinderschutzbund/"),
    ("Spielplatze", "/akteure/kinderschutzbund/"),
    ("Nähtreff", "/angebote/naehtreff/"),
    ("Naehtreff", "/angebote/naehtreff/"),
    ("Nahtreff", "/angebote/naehtreff/"),
    ("Plätzchen", "/termine/plaetzchenbacken-2026/"),
    ("Plaetzchen", "/termine/plaetzchenbacken-2026/"),
    ("Gutenbergstraße", "/orte/gruenflaeche-gutenbergstrasse/"),
    ("gutenbergstrasse", "/orte/gruenflaeche-gutenbergstrasse/"),
    ("Geschaeftsordnung", "/dokumente/geschaeftsordnung/"),
    ("Grünfläche", "/orte/gruenflaeche-gutenbergstrasse/"),
    ("GRUENFLAECHE", "/orte/gruenflaeche-gutenbergstrasse/"),
    ("Fruehstueck", "/angebote/fruehstueck/"),
    ("Sprachcafe", "/angebote/sprachcafe/"),
    # number and case
    ("Beratungen", "/beratung/"),
    ("Sprechstunden", "/angebote/sprechstunde/"),
    ("Flohmärkte", "/termine/flohmarkt-2027/"),
    ("Hochbeeten", "/projekte/hochbeete/"),
    ("Spaziergänge", "/angebote/spaziergang/"),
    ("Arbeitsgruppe Wohnen", "/arbeitsgruppen/wohnen-quartier/"),
    ("Feste", "/aktuelles/weihnachtsfest/"),
    ("Werkzeuge", "/angebote/werkzeugausleihe/"),
    # one letter too many, too few, wrong, exchanged; also the first
    ("Flomarkt", "/termine/flohmarkt-2027/"),
    ("Flohmakrt", "/termine/flohmarkt-2027/"),
    ("Flohhmarkt", "/termine/flohmarkt-2027/"),
    ("Lohmarkt", "/termine/flohmarkt-2027/"),
    ("Sprehstunde", "/angebote/sprechstunde/"),
    ("Xprechstunde", "/angebote/sprechstunde/"),
    ("Werkzoug", "/angebote/werkzeugausleihe/"),
    ("Inpressum", "/impressum/"),
    # several words, and compounds that stand there apart
    ("Wo ist das Büro?", "/orte/quartiersbuero/"),
    ("Raum mieten", "/angebote/gemeinschaftsraum-nutzen/"),
    ("Erste Hilfe Kind", "/termine/erste-hilfe-kind-2026/"),
    ("Straßenfest", "/aktuelles/spielplatzfest/"),
    ("Sprech-Stunde", "/angebote/sprechstunde/"),
    # beginnings
    ("Spra", "/angebote/sprachcafe/"),
    ("Krabb", "/angebote/krabbelgruppe/"),
    # other languages
    ("استشارة", "/ar/beratung/"),
    ("الإستشارة", "/ar/beratung/"),
    ("консультація", "/uk/beratung/"),
    ("консультації", "/uk/beratung/"),
    ("danışma", "/tr/beratung/"),
    ("DANISMANLIK", "/tr/beratung/"),
    ("advice", "/en/beratung/"),
    ("volunteers", "/en/ehrenamt/mitmachen/"),
]
NOT_FOUND = ["xyzzyq", "Raumfahrtbehörde Pasadena Xq"]


@pytest.fixture(scope="module")
def page(browser: Browser, origin: str) -> Iterator[Page]:
    opened = browser.new_context().new_page()
    opened.goto(f"{origin}/suche/")
    yield opened
    opened.context.close()


def ask(page: Page, question: str) -> list[str]:
    """The addresses shown for a question."""
    page.evaluate("document.getElementById('stand').textContent = ''")
    page.fill("#frage", question)
    page.press("#frage", "Enter")
    page.wait_for_selector("#stand:not(:empty)")
    return page.eval_on_selector_all("#treffer:not([hidden]) a", "all => all.map(it => it.getAttribute('href'))")


@pytest.mark.parametrize(("question", "address"), FOUND)
def test_found(page: Page, question: str, address: str) -> None:
    assert address in ask(page, question)


@pytest.mark.parametrize("question", NOT_FOUND)
def test_what_is_nowhere_is_said_to_be_nowhere(page: Page, question: str) -> None:
    assert ask(page, question) == []
    assert "Nichts gefunden" in page.inner_text("#stand")


def test_the_best_stands_first(page: Page) -> None:
    for question, address in (("Sprechstunde", "/angebote/sprechstunde/"), ("Impressum", "/impressum/")):
        assert ask(page, question)[0] == address


def test_a_reader_of_another_language_sees_it_first(browser: Browser, origin: str) -> None:
    page = browser.new_context().new_page()
    page.goto(f"{origin}/leicht/suche/?q=Beratung")
    page.wait_for_selector("#stand:not(:empty)")
    assert page.get_attribute("#treffer a >> nth=0", "href") == "/leicht/beratung/"
    page.context.close()


def test_the_address_holds_the_question_both_ways(browser: Browser, origin: str) -> None:
    page = browser.new_context().new_page()
    page.goto(f"{origin}/suche/?q=N%C3%A4htreff")
    page.wait_for_selector("#treffer a")
    assert page.input_value("#frage") == "Nähtreff"
    ask(page, "Flohmarkt")
    assert page.url == f"{origin}/suche/?q=Flohmarkt"
    page.context.close()


def test_more_results_come_on_request_and_take_the_focus(page: Page) -> None:
    assert len(ask(page, "Quartier")) == SHOWN
    page.press("#weitere", "Enter")
    page.wait_for_selector(f"#treffer li:nth-child({SHOWN + 1})")
    assert page.evaluate("document.activeElement === document.querySelectorAll('#treffer a')[10]")


def test_the_first_question_fetches_little(browser: Browser, origin: str) -> None:
    for question in ("Fest", "Xprechstunde", "Spielplatzfest Kinder"):
        page = browser.new_context().new_page()
        fetched: dict[str, int] = {}
        page.on(
            "response", lambda answer, fetched=fetched: fetched.update({answer.url: len(gzip.compress(answer.body()))})
        )
        page.goto(f"{origin}/suche/")
        ask(page, question)
        own = {url: size for url, size in fetched.items() if url.endswith((".js", ".json"))}
        assert len(own) >= 4
        assert sum(own.values()) <= FIRST_QUESTION, own
        page.context.close()


def test_without_the_script_the_page_says_so_and_lists_everything(browser: Browser, origin: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{origin}/suche/?q=Fest")
    assert "braucht JavaScript" in page.inner_text("#stand")
    assert page.is_visible("main .index a[href='/angebote/naehtreff/']")
    page.context.close()


def test_a_search_that_can_not_load_says_so(browser: Browser, origin: str) -> None:
    page = browser.new_context().new_page()
    page.route("**/*.json", lambda route: route.abort())
    page.goto(f"{origin}/suche/")
    ask(page, "Fest")
    assert "lässt sich gerade nicht laden" in page.inner_text("#stand")
    page.context.close()


def test_script_and_index_fold_and_stem_alike(browser: Browser, site: Path) -> None:
    """Every word of the site, and some that it lacks, as the script cuts them and as the index does."""
    script = (ROOT / "theme/static/js/suche/1-words.js").read_text(encoding="utf-8")
    text = " ".join(file.read_text(encoding="utf-8") for file in sorted(site.rglob("*.html")))
    raw = sorted(
        {word for word in text.split() if "-" not in fold(word)}
        | {"İstanbul", "здоров'я", "أهلاً", "Łódź", "Abenteuer", "Baeuerin", "Nachbarinnen", "ﬁt"}
    )
    page = browser.new_context().new_page()
    said = page.evaluate(f"raw => {{ {script} return raw.map(it => [fold(it), words(it).map(stem)]); }}", raw)
    expected = [[fold(word), [stem(found) for found in words_of(word)]] for word in raw]
    assert len(raw) > 2000
    assert [pair for pair in zip(raw, said, expected, strict=True) if pair[1] != pair[2]] == []
    page.context.close()


def test_the_index_is_data_and_nothing_else(site: Path) -> None:
    manifest = json.loads((site / "suche/index.json").read_text(encoding="utf-8"))
    assert sorted(manifest) == ["common", "entries", "folder", "runs", "tails", "words"]
    assert sum(run[3] for run in manifest["runs"]) > 150
