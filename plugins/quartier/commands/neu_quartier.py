"""``quartier neu quartier``: a folder with a whole small publication that builds at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import click

from quartier.commands.neu_answers import Answered, Known
from quartier.commands.neu_file import short_name, write_new
from quartier.commands.neu_pages import PAGES
from quartier.commands.neu_questions import Question
from quartier.commands.neu_talk import Talk, moment
from quartier.district.assemble import assemble
from quartier.district.index import Index
from quartier.german_click import GermanCommand
from quartier.model.common import Contact
from quartier.model.entry import entries_of
from quartier.model.gathering import Offer
from quartier.model.places import Organisation, Venue
from quartier.model.settings import DistrictSettings
from quartier.outputs.templates_for_editors import template, yaml_text
from quartier.reading.content import read_content
from quartier.reading.report import as_text

TOPICS = "[Beratung, Nachbarschaft, Familie und Kinder, Feste]"
AUDIENCES = "[Alle, Kinder, Familien, Ältere]"
_REQUIRED, _OPTIONAL = True, False

#: What is asked: record, attribute, the key of the answer and its option, the question, whether it must be answered.
ASKED = (
    (DistrictSettings, "title", "name", "Wie das Quartier heißt.", _REQUIRED),
    (DistrictSettings, "town", "stadt", "Die Stadt.", _REQUIRED),
    (DistrictSettings, "land", "land", "Das Land; danach richten sich Ferien und Feiertage.", _REQUIRED),
    (DistrictSettings, "languages", "sprachen", "Sprachen der Website neben Deutsch.", _OPTIONAL),
    (DistrictSettings, "address", "adresse", "Die Adresse der Website, wenn sie schon feststeht.", _OPTIONAL),
    (Organisation, "title", "traeger", "Wer die Website verantwortet: Stadt, Verein, Träger.", _REQUIRED),
    (Organisation, "kind", "traeger_art", "Was für einer das ist.", _REQUIRED),
    (Contact, "mail", "mail", "Unter welcher Mailadresse man Sie erreicht.", _REQUIRED),
    (Venue, "title", "ort", "Wie der erste Ort heißt, etwa Quartiersbüro.", _REQUIRED),
    (Venue, "street", "strasse", "Straße und Hausnummer.", _REQUIRED),
    (Venue, "postcode", "plz", "Postleitzahl.", _REQUIRED),
    (Offer, "title", "angebot", "Wie das erste Angebot heißt, etwa Sprechstunde.", _REQUIRED),
    (Offer, "kind", "angebot_art", "Was für ein Angebot das ist.", _REQUIRED),
    (Offer, "when", "wann", "Wann es stattfindet, wie man es sagt, etwa »dienstags 11–13 Uhr«.", _REQUIRED),
)
QUESTIONS = tuple(
    Question((key,), key, hint, entries_of(record)[attribute].kind, required)
    for record, attribute, key, hint, required in ASKED
)


def _run(folder: Path, silent: bool, now: datetime | None, **given: str | None) -> int:
    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(f"Der Ordner {folder} ist nicht leer. Nennen Sie einen neuen.")
    today = moment(now)
    talk = Talk(Known(Index(), None, today.date()), {key: text for key, text in given.items() if text}, silent)
    answers: dict[str, Answered] = {}
    for question in QUESTIONS:
        if answered := talk.ask(question):
            answers[question.key] = answered
        if question.key == "land":
            talk.known = replace(talk.known, land=answers["land"].text)
    for path, text in _files(answers, today.date()):
        write_new(folder, path, text)
    return _say(folder, today)


def _files(answers: Mapping[str, Answered], today: date) -> Iterator[tuple[str, str]]:
    said = {key: answered.text for key, answered in answers.items()}
    host, venue, provider, offer = (short_name(said[key]) for key in ("name", "ort", "traeger", "angebot"))
    if not all((host, venue, provider, offer)):
        raise click.UsageError("Namen brauchen wenigstens einen Buchstaben von a bis z oder eine Ziffer.")
    yield "quartier.yaml", _settings(answers, host, venue, provider, offer)
    place = {"title": answers["ort"].yaml, "street": answers["strasse"].yaml, "postcode": answers["plz"].yaml}
    yield f"orte/{venue}.md", template(Venue, place | {"town": answers["stadt"].yaml})
    owner = {"title": answers["traeger"].yaml, "kind": answers["traeger_art"].yaml, "venue": venue}
    yield f"akteure/{provider}.md", template(Organisation, owner | {"verified_on": f"{today:%d.%m.%Y}"})
    first = {"title": answers["angebot"].yaml, "kind": answers["angebot_art"].yaml, "when": answers["wann"].yaml}
    yield f"angebote/{offer}.md", template(Offer, first | {"venue": venue, "organiser": provider, "uid": offer})
    words = {"publisher": said["traeger"], "street": said["strasse"], "postcode": said["plz"], "town": said["stadt"]}
    for path, text in PAGES.items():
        yield path, text.format_map(words | {"mail": said["mail"], "today": f"{today:%d.%m.%Y}"})


def _settings(answers: Mapping[str, Answered], host: str, venue: str, provider: str, offer: str) -> str:
    address = answers["adresse"].text if "adresse" in answers else f"https://{host}.example"
    values = {
        "title": answers["name"].yaml,
        "town": answers["stadt"].yaml,
        "land": answers["land"].yaml,
        "address": yaml_text(address),
        "uid_domain": yaml_text(address.partition("://")[2].partition("/")[0].partition(":")[0]),
        "office": venue,
        "publisher": provider,
        "contact": f"\n  rolle: {answers['ort'].yaml}\n  mail: {answers['mail'].yaml}",
        "ask": offer,
        "topics": TOPICS,
        "audiences": AUDIENCES,
    }
    if "sprachen" in answers:
        values["languages"] = answers["sprachen"].yaml
    return template(DistrictSettings, values)


def _say(folder: Path, now: datetime) -> int:
    problems = assemble(read_content(folder, folder.name), now, folder.name)[1]
    click.echo(f"\nDas Quartier liegt in {folder}.")
    click.echo(as_text(problems) or "Geprüft: alles in Ordnung.")
    click.echo(f"Bauen und ansehen: quartier bauen --inhalt {folder}")
    click.echo(f"Vor der Veröffentlichung: in {folder / 'seiten'} ergänzen, wo »bitte eintragen« steht.")
    return int(any(problem.severity == "error" for problem in problems))


command = GermanCommand(
    "quartier",
    params=[
        click.Argument(["folder"], metavar="ORDNER", type=click.Path(path_type=Path, file_okay=False)),
        *(click.Option([question.option, question.key], help=question.hint) for question in QUESTIONS),
        click.Option(["--ja", "silent"], is_flag=True, help="Fragt nichts; alles steht in den Optionen."),
        click.Option(["--stand", "now"], type=click.DateTime(["%Y-%m-%d"]), help="Als wäre dieser Tag; sonst heute."),
    ],
    callback=_run,
    help="Ein neues Quartier in einem neuen ORDNER, das sich sofort bauen lässt.",
)
