"""``quartier wann``: how a phrase is understood, with its dates; one phrase or a whole stack of them."""

from __future__ import annotations

import sys
import traceback
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import click

from quartier.commands.wann_output import as_json, as_text, refusal
from quartier.commands.wann_request import Request, Wrong, parse_day, parse_request
from quartier.german_click import GermanCommand
from quartier.schedule.answer import Answer, answer
from quartier.schedule.holidays import HolidayCalendar, UnknownLand
from quartier.schedule.reading import Context

SETTINGS = Path("content/quartier.yaml")
DEFAULT_LAND = "NW"


class Day(click.ParamType):
    """A day as 2024-09-01 or 01.09.2024."""

    name = "DATUM"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a German refusal."""
        if isinstance(value, date):
            return value
        try:
            return parse_day(value)
        except Wrong as error:
            self.fail(str(error), param, ctx)


@dataclass(slots=True)
class Clerk:
    """Answers requests of one call, asking for the holidays of each Land only once."""

    calendars: dict[str, HolidayCalendar] = field(default_factory=dict)

    def answer(self, request: Request) -> Answer:
        """The answer to one request. Raises Wrong for an unknown Land."""
        if request.land not in self.calendars:
            try:
                self.calendars[request.land] = HolidayCalendar(request.land)
            except UnknownLand as error:
                raise Wrong(str(error)) from error
        calendar = self.calendars[request.land]
        context = Context(anchor=request.anchor, kind=request.kind, begin=request.begin, land=calendar.land)
        return answer(request.when, context, calendar)


@click.command(cls=GermanCommand)
@click.argument("phrases", metavar="WANN", nargs=-1)
@click.option("--ab", "anchor", type=Day(), help="Ab diesem Tag zählt eine Reihe ohne Beginn; sonst ab heute.")
@click.option("--land", help="Das Land, dessen Ferien und Feiertage gelten; sonst das des Quartiers, sonst NW.")
@click.option("--art", "kind", metavar="ART", default="angebot", help="angebot (ohne Angabe) oder termin.")
@click.option("--beginn", "begin", type=Day(), help="Beginn der Reihe, wie »ab:« im Kopf der Datei.")
@click.option("--json", "json_wanted", is_flag=True, help="Gibt die Antwort als JSON aus.")
@click.option("--stapel", is_flag=True, help="Liest von der Eingabe je Zeile ein JSON-Objekt, antwortet je Zeile.")
@click.pass_context
def command(ctx, phrases, anchor, land, kind, begin, json_wanted, stapel) -> None:  # noqa: PLR0917
    """Sagt, wie eine Zeitangabe verstanden wird, mit den nächsten Terminen.

    Zum Beispiel: quartier wann "dienstags 11–13 Uhr" --ab 2024-09-01 --land NW
    """
    defaults = Request(phrases, anchor or date.today(), land or _district_land(), kind, begin)
    if stapel:
        ctx.exit(_answer_lines(defaults))
    if not phrases:
        raise click.UsageError('Es fehlt die Zeitangabe, zum Beispiel "dienstags 11–13 Uhr".')
    if len(phrases) > 1:
        raise click.UsageError(f'Setzen Sie die Zeitangabe in Anführungszeichen: "{" ".join(phrases)}".')
    ctx.exit(_answer_one(defaults, json_wanted))


def _answer_one(request: Request, json_wanted: bool) -> int:
    try:
        answered = Clerk().answer(request.checked())
    except Wrong as error:
        click.echo(refusal(str(error)) if json_wanted else str(error), err=not json_wanted)
        return 1
    if json_wanted:
        click.echo(as_json(answered))
    else:
        click.echo(as_text(request, answered), err=bool(answered.errors))
    return 1 if answered.errors else 0


def _answer_lines(defaults: Request) -> int:
    """One answer for each line. A line that shows a bug of ours is answered as such, and the status says so."""
    clerk, bugs = Clerk(), 0
    for line in sys.stdin.buffer:
        if not line.strip():
            continue
        try:
            said = as_json(clerk.answer(parse_request(line, defaults)))
        except Wrong as error:
            said = refusal(str(error))
        except Exception as error:  # the stack goes on; the bug is named as one
            traceback.print_exc()
            said = refusal(f"Das ist ein Fehler im Programm: {error!r}")
            bugs += 1
        click.echo(said)
    return 1 if bugs else 0


def _district_land() -> str:
    """The Land that quartier.yaml of the folder names."""
    if not SETTINGS.is_file():
        return DEFAULT_LAND
    import yaml  # noqa: PLC0415 - only needed beside a district's content

    try:
        settings = yaml.load(SETTINGS.read_text("utf-8"), yaml.CBaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise click.UsageError(f"{SETTINGS} ist nicht lesbar; sagen Sie das Land mit --land.") from error
    land = settings.get("land") if isinstance(settings, dict) else None
    return land if isinstance(land, str) else DEFAULT_LAND
