"""``quartier zurueck``: puts the site back that stood there before the last build."""

from __future__ import annotations

from pathlib import Path

import click

from quartier.build.lock import AlreadyBuilding
from quartier.build.staging import build_lock
from quartier.build.switch import is_cut_short, previous_folder, repair, switch_back
from quartier.german_click import GermanCommand

STAYS = (
    "Die Texte sind unverändert: Nehmen Sie auch dort zurück, was falsch war, sonst bringt es der nächste Bau wieder. "
    "Noch einmal »quartier zurueck« tauscht wieder zurück."
)


@click.command(cls=GermanCommand)
@click.option("--ziel", "output", default="output", help="Der Ordner, in dem die Website liegt.")
def command(output: str) -> int:
    """Stellt die Website von vor dem letzten Bau wieder her.

    Eine frühere Website wird aufgehoben, die jüngste. Noch einmal aufgerufen, kommt die neuere zurück.
    """
    published = Path(output).resolve()
    lock = build_lock(published)
    try:
        lock.acquire()
        _back(published)
    except AlreadyBuilding:
        raise click.ClickException("Es läuft gerade ein Bau. Warten Sie, bis er fertig ist.") from None
    except FileNotFoundError:
        raise click.ClickException(
            f"Neben »{published}« ist keine frühere Website aufgehoben (in »{previous_folder(published).name}«). "
            "Nehmen Sie die falsche Änderung in den Texten zurück und bauen Sie neu."
        ) from None
    except OSError as error:
        raise click.ClickException(f"Die Website lässt sich nicht austauschen ({error.strerror}).") from None
    finally:
        lock.release()
    click.echo(f"In »{published}« liegt wieder die Website von vor dem letzten Bau. {STAYS}")
    return 0


def _back(published: Path) -> None:
    """Exchange the two sites; where a power cut left none, the one that stood there last comes back."""
    is_gone = not published.exists()
    if is_cut_short(published):
        repair(published)
        if is_gone:
            return
    switch_back(published)
