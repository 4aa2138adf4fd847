"""An edition on paper: all of it, each article whole, on pages that four divides, and true to what it claims."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from small_district import write_district
from small_newspaper import SENTENCE, article, issue

from quartier.build.cache import FolderCache
from quartier.outputs.paper.job import PaperRefused
from quartier.outputs.paper.newspaper import edition_of, newspaper_address, printed_articles
from quartier.outputs.paper.newspaper_run import Composer, SetEdition, print_newspapers
from quartier.outputs.paper.press import Press
from quartier.outputs.paper.voice import Voice
from quartier.outputs.publication import Publication, read_publication

ROOT = Path(__file__).parents[3]
TEMPLATES = ROOT / "theme" / "print"
NOW = datetime(2026, 11, 24, 9)


def publication_in(content: Path, cache: Path, now: datetime = NOW) -> Publication:
    publication, problems = read_publication(content, now, FolderCache(cache))
    assert [problem for problem in problems if problem.severity == "error"] == []
    return publication


def composer_of(publication: Publication, press: Press) -> Composer:
    return Composer(press, Voice(publication.district, "de", TEMPLATES / "languages"), "content", publication.gallery)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """The project's own content, with its pictures."""
    return publication_in(ROOT / "content", tmp_path_factory.mktemp("bilder"))


@pytest.fixture(scope="module")
def composed(own: Publication, press: Press) -> tuple[SetEdition, bytes]:
    """The own edition, set and printed."""
    ready = composer_of(own, press).set(own.district.all("Issue")[0])
    return ready, press.pdf(ready.job)


@pytest.fixture
def compose(tmp_path: Path, press: Press) -> Callable[[dict], tuple[SetEdition, bytes]]:
    """The latest edition of a changed smallest district."""

    def print_it(changes: dict) -> tuple[SetEdition, bytes]:
        publication = publication_in(write_district(tmp_path / "content", changes), tmp_path / "bilder")
        latest = max(publication.district.all("Issue"), key=lambda one: one.appears_on)
        ready = composer_of(publication, press).set(latest)
        return ready, press.pdf(ready.job)

    return print_it


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, with divided words put together again."""
    document = pypdfium2.PdfDocument(pdf)
    texts = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    return [re.sub(r"\s+", " ", re.sub(r"[\ufffe\u00ad]\s*", "", text)) for text in texts]


def plain(markdown: str) -> str:
    """The last words of a body as they are read."""
    return " ".join(re.sub(r"[*_#>|\[\]]|^\d\.", " ", markdown).split()[-4:])


def squeezed(text: str) -> str:
    """Without blanks, and without hyphens at which a word may have been divided."""
    return re.sub(r"[\s\u00a0\u202f-]", "", text)


def test_pages_are_as_many_as_planned_and_can_be_folded(own, composed):
    ready, pdf = composed

    assert len(pages_of(pdf)) == ready.pages == own.district.all("Issue")[0].pages == 8


def test_every_article_is_there_to_its_last_word(own, composed):
    _, pdf = composed
    said = squeezed(" ".join(pages_of(pdf)))

    for one in printed_articles(own.district, own.district.all("Issue")[0]):
        assert squeezed(one.title) in said, one.title
        if not one.body.text.rstrip().endswith("|"):
            assert squeezed(plain(one.body.text)) in said, one.title
        for box in one.boxes:
            assert squeezed(box.text) in said, one.title
        for picture in one.pictures:
            assert squeezed(picture.caption) in said, one.title
            assert squeezed(picture.credit) in said, one.title


def test_numbers_in_the_contents_lead_to_the_articles(own, composed):
    ready, pdf = composed
    pages = [squeezed(text) for text in pages_of(pdf)]

    for one in printed_articles(own.district, own.district.all("Issue")[0]):
        number = ready.job.data["pages"][one.slug.replace("/", "-")]
        assert squeezed(one.title) in pages[number - 1], one.title
        if number != 2:
            assert f"{number}{squeezed(one.title)}" in pages[1], one.title


def test_a_solution_waits_for_the_next_issue(own, composed, compose):
    _, pdf = composed
    assert "Unten wohnt der Hund" not in " ".join(pages_of(pdf))

    riddle = "raetsel: {art: Quiz, loesung: Es war der Baum.}\n"
    first = issue(raten=article("Wer war es?", more=riddle), platz=article())
    later = {
        path.replace("2026-1", "2026-2"): text.replace('"1"', '"2"').replace("02.11.", "20.11.").replace(riddle, "")
        for path, text in issue(platz=article()).items()
        if path != "quartier.yaml"
    }
    _, before = compose(first)
    assert "Es war der Baum" not in " ".join(pages_of(before))
    _, after = compose({**first, **later})
    found = " ".join(pages_of(after))
    assert "Lösungen aus Heft 1/2026" in found
    assert "Es war der Baum" in found


def test_only_what_is_for_print_is_printed(compose):
    _, pdf = compose(
        issue(
            platz=article(),
            netz=article("Nur im Netz", more="nur: nur Web\n"),
            heft=article("Nur hier", more="nur: nur Druck\n"),
        )
    )
    said = " ".join(pages_of(pdf))

    assert "Nur hier" in said
    assert "Nur im Netz" not in said


def test_an_advert_is_called_one(compose):
    _, pdf = compose(issue(platz=article(), laden=article("Neuer Laden", "Ab Montag offen.", "anzeige: ja\n")))

    assert re.search("Anzeige Neuer Laden", " ".join(pages_of(pdf)))


def test_dates_of_two_months_are_there_and_who_answers(compose):
    fest = "---\ntitel: Fest im Hof\nwann: 12.12.2026, 15–18 Uhr\nort: buero\nveranstalter: traeger\n---\n"
    late = fest.replace("12.12.2026", "02.01.2027").replace("Fest im Hof", "Neujahr")
    _, pdf = compose({**issue(platz=article()), "termine/fest.md": fest, "termine/neu.md": late})
    said = " ".join(pages_of(pdf)).replace("\u00a0", " ")

    for words in ("Samstag, 12. Dezember", "15–18 Uhr", "Fest im Hof", "Nähtreff", "jeden Dienstag, 15–17 Uhr"):
        assert words in said
    assert "Neujahr" not in said
    for words in ("V. i. S. d. P.: die Redaktion", "Herausgeber: Verein Probe", "Druck: Bürodrucker"):
        assert words in said


def test_type_is_never_too_small(composed, pdf_characters):
    sizes = {round(one.size, 1) for one, *_ in pdf_characters(composed[1]) if one.get_text().strip()}

    assert min(sizes) >= 7.5


def test_claims_what_it_keeps(composed):
    pdf = pikepdf.open(BytesIO(composed[1]))
    with pdf.open_metadata() as claims:
        assert (claims["pdfuaid:part"], claims["pdfaid:part"], claims["pdfaid:conformance"]) == ("1", "2", "A")
    assert pdf.Root.Lang == "de"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert str(pdf.Root.Outlines.First.Title) == "Westblick"
    for font in (
        one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
    ):
        assert {"/FontFile2", "/FontFile3"} & set(font.keys())


def test_pictures_are_told_in_words(own, composed):
    pdf = pikepdf.open(BytesIO(composed[1]))
    told = {str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one}
    first = own.district.all("Issue")[0]
    pictures = [first.cover, *(one for article in printed_articles(own.district, first) for one in article.pictures)]

    assert len(pictures) > 3
    assert {squeezed(one.alt) for one in pictures} <= {squeezed(text) for text in told}


def test_same_content_same_bytes(own, composed, tmp_path):
    with Press(TEMPLATES, FolderCache(tmp_path)) as press:
        ready = composer_of(own, press).set(own.district.all("Issue")[0])
        assert press.print(ready.job) == composed[1]


def test_an_edition_that_is_too_long_says_what_to_shorten(compose):
    long = article("Der Platz", (SENTENCE * 10 + "\n\n") * 60, "platz: 1/2\n")
    with pytest.raises(PaperRefused) as refused:
        compose(issue("umfang: 4\n", platz=long, kurz=article("Kurz", "Ganz kurz.")))

    about, one, *_ = refused.value.reasons
    assert "mehr als 4 Seiten (»umfang« in content/zeitung/2026-1/ausgabe.md)" in about
    assert "content/zeitung/2026-1/platz.md: »Der Platz« nimmt" in one
    assert "geplant ist »platz: 1/2«; kürzen Sie den Text um etwa" in one
    assert not any("kurz.md" in reason for reason in refused.value.reasons)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Wir feiern 🎈 im Hof.", "»🎈« (U+1F388)"),
        (SENTENCE * 700, "In content/zeitung/2026-1/platz.md ist ein Absatz oder Kasten höher als eine Seite."),
    ],
    ids=["a sign no font has", "a paragraph longer than a page"],
)
def test_what_cannot_be_printed_is_refused_in_words(body, words, compose):
    with pytest.raises(PaperRefused, match=re.escape(words)):
        compose(issue(platz=article(body=body)))


HOSTILE = """Gut ist `#read("/etc/passwd")` und #import "x.typ" und \\input{x} und $x$ @name &lt;label&gt;.

| A | B |
|---|---|
| 1 | 2 |

<span lang="ar" dir="rtl">مرحبًا بكم</span>, Ласкаво просимо.

- eins
    - zwei
        - drei

Zum Schluss.[^1]

[^1]: Eine Fußnote.
"""


def test_text_is_never_run(compose):
    _, pdf = compose(issue(platz=article(body=HOSTILE)))
    said = " ".join(pages_of(pdf))

    assert '#read("/etc/passwd")' in said
    assert "root:" not in said
    for words in ("Ласкаво", "просимо", "drei", "Zum Schluss.", "Eine Fußnote."):
        assert words in said


def test_twelve_thousand_words_go_on_from_page_to_page(compose):
    ready, pdf = compose(issue(lang=article(body="\n\n".join(f"Absatz {n}. {SENTENCE * 4}" for n in range(170)))))
    said = " ".join(pages_of(pdf))

    assert ready.pages % 4 == 0
    at = [said.index(f"Absatz {n}.") for n in range(170)]
    assert at == sorted(at)


def test_files_stand_beside_the_page_of_the_issue(own, tmp_path):
    printed = print_newspapers(own.district, "content", own.gallery, TEMPLATES, FolderCache(tmp_path))

    assert [one.address for one in printed] == ["/zeitung/2024-4/zeitung.pdf", "/zeitung/2024-4/heft-a3.pdf"]
    assert all(one.pdf for one in printed)
    assert newspaper_address(own.district.all("Issue")[0]) == printed[0].address


def test_a_proof_says_so_on_every_page(own, press):
    composer = composer_of(own, press)
    ready = composer.set(own.district.all("Issue")[0], "VORSCHAU")

    assert all("VORSCHAU" in text for text in pages_of(press.pdf(ready.job)))


def test_the_print_shop_gets_room_to_cut(composed, own, press):
    pdf = pikepdf.open(BytesIO(composer_of(own, press).for_print_shop(composed[0])))
    left, below, right, above = (float(one) * 25.4 / 72 for one in pdf.pages[0].TrimBox)

    assert (round(right - left), round(above - below)) == (210, 297)
    assert left >= 3
    assert below >= 3


def test_an_edition_begins_with_what_is_largest(own):
    edition = edition_of(own.district, own.district.all("Issue")[0])

    assert edition.stories[0].title == "Ein Fest auf der Wiese"
    assert [one.puzzle is not None for one in edition.puzzles] == [True, True]
