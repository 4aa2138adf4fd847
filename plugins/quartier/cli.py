"""The editor's command ``quartier``: finds its subcommands, speaks German, shows no traceback."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules

import click

from quartier import commands
from quartier.german_click import GermanGroup, said_usage_error

BUG = "Das ist ein Fehler im Programm, nicht in Ihren Texten"


class Commands(GermanGroup):
    """The modules of ``commands/``, each imported only when it is called, so that every command starts quickly."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all modules there; one with an underscore is a part of a command."""
        return sorted(module.name for module in iter_modules(commands.__path__) if "_" not in module.name)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """The object ``command`` of a module. Raises NoSuchCommand."""
        names = self.list_commands(ctx)
        if cmd_name not in names:
            raise click.exceptions.NoSuchCommand(cmd_name, possibilities=names, ctx=ctx)
        return import_module(f"{commands.__name__}.{cmd_name}").command


@click.command(cls=Commands)
@click.option("--debug", is_flag=True, expose_value=False, help="Zeigt bei einem Programmfehler, wo er entstand.")
def quartier() -> None:
    """Die Werkzeuge der Quartiersseite."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and end the process: 0 done, 1 something to mend, 2 called wrongly, 70 a bug."""
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        status = quartier.main(list(arguments), prog_name="quartier", standalone_mode=False)
    except click.ClickException as error:
        click.echo(said_usage_error(error), err=True)
        status = error.exit_code
    except click.Abort:
        click.echo("Abgebrochen.", err=True)
        status = 130
    except BrokenPipeError:  # whoever read our output has enough of it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    except Exception as error:  # the last resort: said to be ours, never the editor's
        if "--debug" in arguments:
            traceback.print_exc()
        click.echo(f"{BUG}: {error!r}. Mit »quartier --debug …« steht hier, wo er entstand.", err=True)
        status = 70
    sys.exit(status if isinstance(status, int) else 0)
