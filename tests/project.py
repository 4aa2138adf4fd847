"""A small project with a built site, which a test may copy, break and build again through the real Pelican."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from small_district import write_district

ROOT = Path(__file__).parents[1]
BUILT_AT = "1795330800"
PREVIOUS = ".output-vorher"
NEWS = "---\ntitel: Neues\ndatum: 20.11.2026\n---\nText.\n"


@dataclass(frozen=True)
class Project:
    """A folder with content, theme, settings and output."""

    folder: Path

    @classmethod
    def made(cls, folder: Path) -> Project:
        """The small district, not built yet."""
        write_district(folder / "content", {"aktuelles/neues.md": NEWS})
        shutil.copytree(ROOT / "theme", folder / "theme")
        (folder / "plugins").symlink_to(ROOT / "plugins")
        project = cls(folder)
        project.take_settings()
        return project

    @classmethod
    def built(cls, folder: Path) -> Project:
        """The small district with its site."""
        project = cls.made(folder)
        status, said = project.build()
        assert status == 0, said
        return project

    def copy(self, folder: Path) -> Project:
        """The same, for a test to break."""
        return Project(shutil.copytree(self.folder, folder, symlinks=True))

    def take_settings(self) -> None:
        """The settings as they stand in the repository."""
        shutil.copy(ROOT / "pelicanconf.py", self.folder)

    def start(
        self,
        *options: str,
        output: str = "output",
        under: Sequence[str] = (),
        start_new_session: bool = False,
        **more: str,
    ) -> subprocess.Popen[str]:
        """A build that goes on by itself, run by the command ``under``, with ``more`` in its environment."""
        call = [
            *under,
            sys.executable,
            "-m",
            "pelican",
            "content",
            "--settings",
            "pelicanconf.py",
            "--output",
            output,
            *options,
        ]
        environment = os.environ | {"SOURCE_DATE_EPOCH": BUILT_AT, "PYTHONWARNINGS": "", "COLUMNS": "400", **more}
        pipe = subprocess.PIPE
        return subprocess.Popen(
            call,
            cwd=self.folder,
            env=environment,
            stdout=pipe,
            stderr=pipe,
            text=True,
            start_new_session=start_new_session,
        )

    def build(self, *options: str, output: str = "output", under: Sequence[str] = (), **more: str) -> tuple[int, str]:
        """The exit status of a build and what it said."""
        process = self.start(*options, output=output, under=under, **more)
        said, complained = process.communicate(timeout=120)
        return process.returncode, said + complained

    def back(self, *options: str) -> tuple[int, str]:
        """The exit status of »quartier zurueck« and what it said."""
        call = [sys.executable, "-m", "quartier", "zurueck", *options]
        environment = {"PYTHONPATH": str(self.folder / "plugins"), "PYTHONUTF8": "1"}
        done = subprocess.run(call, cwd=self.folder, env=environment, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    def site(self, name: str = "output") -> dict[str, bytes]:
        """Every file of the published site."""
        output = self.folder / name
        return {str(path.relative_to(output)): path.read_bytes() for path in output.rglob("*") if path.is_file()}

    def leftovers(self) -> list[str]:
        """What builds have left beside the site and the one before it."""
        beside = {path.name for path in self.folder.iterdir() if path.name.startswith(".output")}
        return sorted(beside - {PREVIOUS})

    def write(self, path: str, text: str) -> None:
        """Write a file of content/."""
        (self.folder / "content" / path).write_text(text, encoding="utf-8")

    def change_settings(self, old: str, new: str) -> None:
        """Replace something in the settings."""
        conf = self.folder / "pelicanconf.py"
        text = conf.read_text(encoding="utf-8")
        assert old in text
        conf.write_text(text.replace(old, new), encoding="utf-8")

    def add_plugin(self, text: str) -> None:
        """Put a plugin into the pipeline, before the last two."""
        (self.folder / "fault.py").write_text(text)
        account = '    "quartier.site.account",\n'
        self.change_settings(account, f'    "fault",\n{account}')

    def add_to_template(self, text: str) -> None:
        """Put something at the end of every page."""
        template = self.folder / "theme" / "templates" / "base.html"
        page = template.read_text(encoding="utf-8")
        assert "</main>" in page
        template.write_text(page.replace("</main>", f"{text}</main>"), encoding="utf-8")
