"""``quartier drucken 2026-12``: any month's programme as files to print, with a note of what stands on them.

``quartier drucken zeitung 2026-4`` prints an edition of the newspaper.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from quartier.build.cache import FolderCache
from quartier.commands.drucken_newspaper import NEWSPAPER, Order, print_issue
from quartier.district.district import District
from quartier.german_click import GermanCommand
from quartier.outputs.interface import site_languages
from quartier.outputs.paper.printed import MANIFEST, PRINTED, manifest_of
from quartier.outputs.paper.programme import programme_of
from quartier.outputs.paper.programme_run import PrintedForm, print_programmes
from quartier.outputs.publication import read_publication
from quartier.reading.report import as_text

TEMPLATES = Path(__file__).resolve().parents[3] / "theme" / "print"  # beside the package, wherever it is called
CACHE = Path(".cache/quartier")
KEPT = f"Bleibt der Ordner »{PRINTED}« neben content/ liegen, sagt die Website, was sich seit dem Druck geändert hat."


class Month(click.ParamType):
    """A month as 2026-12 or 12/2026."""

    name = "MONAT"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date | str:
        """The first day of the month, or the word for the newspaper, or a German refusal."""
        if isinstance(value, date) or value == NEWSPAPER:
            return value
        for form in ("%Y-%m", "%m/%Y", "%m.%Y"):
            try:
                return datetime.strptime(value, form).date()
            except ValueError:
                continue
        raise click.UsageError(f"»{value}« ist kein Monat. Schreiben Sie zum Beispiel: 2026-12", ctx)


@click.command(cls=GermanCommand)
@click.argument("month", metavar="MONAT", type=Month())
@click.argument("issue", metavar="[AUSGABE]", required=False)
@click.option("--inhalt", "content", type=click.Path(exists=True, file_okay=False, path_type=Path), default="content")
@click.option("--ziel", "target", type=click.Path(path_type=Path), default=PRINTED, help="Der Ordner für die Dateien.")
@click.option("--sprache", "languages", multiple=True, help="Nur diese Sprache; mehrmals möglich.")
@click.option("--stand", type=click.DateTime(["%Y-%m-%d"]), help="Der Tag, der als Stand gedruckt wird; sonst heute.")
@click.option("--vorschau", "proof", is_flag=True, help="Zeitung: auch vor dem Erscheinen, mit »VORSCHAU« darauf.")
@click.option("--von-rechts", "from_right", is_flag=True, help="Zeitung: ein Heft, das von rechts gelesen wird.")
def command(
    *,
    month: date | str,
    issue: str | None,
    content: Path,
    target: Path,
    languages: tuple[str, ...],
    stand: datetime | None,
    proof: bool,
    from_right: bool,
) -> int:
    """Druckt das Programm eines Monats oder eine Ausgabe der Zeitung in einen Ordner.

    Zum Beispiel: quartier drucken 2026-12, oder: quartier drucken zeitung 2026-4
    """
    now = stand or datetime.now(ZoneInfo("Europe/Berlin")).replace(tzinfo=None, microsecond=0)
    if isinstance(month, str):
        return print_issue(
            Order(issue, content, target, now, proof=proof, from_right=from_right, templates=TEMPLATES, cache=CACHE)
        )
    if issue or proof or from_right:
        raise click.UsageError(f"Das gibt es nur bei der Zeitung: quartier drucken {NEWSPAPER} 2026-4")
    publication, problems = read_publication(content, now, FolderCache(CACHE / "bilder"))
    errors = [problem for problem in problems if problem.severity == "error"]
    if publication is None or errors:
        click.echo(as_text(errors), err=True)
        click.echo("Es wurde nichts gedruckt.", err=True)
        return 1
    return _print(publication.district, month, target / f"{month:%Y-%m}", languages)


def _print(district: District, month: date, folder: Path, languages: tuple[str, ...]) -> int:
    known = site_languages(district)
    for language in languages:
        if language not in known:
            raise click.UsageError(f"Die Sprache »{language}« hat die Website nicht; sie hat: {', '.join(known)}.")
    printed = print_programmes(district, [month], TEMPLATES, FolderCache(CACHE / "papier"), languages)
    for one in printed:
        click.echo(_kept(one, folder), err=one.pdf is None)
    failed = sum(one.pdf is None for one in printed)
    if failed < len(printed):
        manifest = manifest_of(programme_of(district, month), district.today)
        (folder / MANIFEST).write_text(manifest.text(), encoding="utf-8")
        click.echo(
            f"{folder / MANIFEST}: {len(manifest.dates)} Termine vermerkt. Liegt der Ordner neben content/, sagt"
        )
        click.echo("die Website von nun an, was sich seit dem Druck geändert hat.")
    return int(failed > 0)


def _kept(one: PrintedForm, folder: Path) -> str:
    """Write the file and say so, or say why there is none."""
    path = (folder if one.language == "de" else folder / one.language) / one.form.file
    if one.pdf is None:
        return f"{path}: nicht gedruckt. {' '.join(one.reasons)}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(one.pdf)
    return f"{path}: {one.form.title}, {len(one.pdf) // 1024} kB"
