"""Click's own words in German: headings of the help page and messages about wrong calls."""

from __future__ import annotations

import click


class _German:
    """What commands and groups have in common."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The line that shows how to call it."""
        pieces = [piece.replace("[OPTIONS]", "[OPTIONEN]") for piece in self.collect_usage_pieces(ctx)]
        pieces = [piece.replace("COMMAND [ARGS]...", "BEFEHL …") for piece in pieces]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Aufruf: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under a German heading, then the commands of a group."""
        options = [one for one in self.get_params(ctx) if not isinstance(one, click.Argument)]
        records = [option.get_help_record(ctx) for option in options]
        with formatter.section("Optionen"):
            formatter.write_dl([record for record in records if record])
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Click's option --help with a German line."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Zeigt diese Hilfe."
        return option


class GermanCommand(_German, click.Command):
    """A command whose help is German."""


class GermanGroup(_German, click.Group):
    """A group of commands whose help is German."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with the first sentence of each."""
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Befehle"):
            formatter.write_dl([(name, command.get_short_help_str(100)) for name, command in found if command])


def said_usage_error(error: click.ClickException) -> str:
    """What was wrong with a call, and how to get help."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.message
    context = getattr(error, "ctx", None)
    more = f"\nHilfe zeigt: {context.command_path} --help" if context else ""
    return _message(error) + more


def _message(error: click.ClickException) -> str:
    match error:
        case click.exceptions.NoSuchCommand():
            return f"Den Befehl »{error.command_name}« gibt es nicht.{_meant(error.possibilities)}"
        case click.NoSuchOption():
            return f"Die Option »{error.option_name}« gibt es nicht.{_meant(error.possibilities)}"
        case click.MissingParameter():
            name = error.param.human_readable_name if error.param else ""
            return f"Es fehlt: {name}."
        case click.BadParameter():
            name = error.param.opts[0] if error.param else "die Angabe"
            return f"{name}: {error.message}"
        case click.exceptions.BadOptionUsage():
            return f"Zur Option »{error.option_name}« fehlt die Angabe oder es ist eine zu viel."
    return error.format_message()


def _meant(possibilities: list[str] | None) -> str:
    return f" Meinten Sie »{possibilities[0]}«?" if possibilities else ""
