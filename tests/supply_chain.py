"""What Quartier is made of, checked without a network: ``make check`` calls this and ends with 1 on any finding.

Both locks are complete and agree, the environment is the one they describe, and every licence of what runs goes with
the AGPL. ``python tests/supply_chain.py --list`` shows the packages with their licences.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.version import Version

ROOT = Path(__file__).parents[1]
RUN, DEV = ROOT / "requirements.lock", ROOT / "requirements-dev.lock"
_ENTRY = re.compile(r"^(?=[^\s#])((?:[^\\\n]|\\\n)+)", re.MULTILINE)
_PIN = re.compile(r"([a-z0-9][a-z0-9.-]*)==([^\s;\\]+)(?: ; [^\\\n]+)?(?: \\\n    --hash=sha256:[0-9a-f]{64})+")

#: Licences that may be combined with the AGPL-3.0-or-later, as metadata spells them.
ALLOWED = {
    "MIT", "MIT License", "MIT-CMU", "BSD License", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "PSF-2.0", "OFL-1.1",
    "Apache Software License", "GNU Affero General Public License v3 or later (AGPLv3+)",
    "GNU General Public License v2 or later (GPLv2+)",
}  # fmt: skip


def entries(lock: str) -> list[str]:
    """Every requirement of a lock with its hashes, as it is written."""
    return [found[1] for found in _ENTRY.finditer(lock)]


def pins(lock: str) -> dict[str, str]:
    """Name to version."""
    return {found[1]: found[2] for entry in entries(lock) if (found := _PIN.fullmatch(entry))}


def in_lock(name: str, lock: str) -> Iterator[str]:
    """What is wrong with a lock by itself."""
    for entry in entries(lock):
        if not _PIN.fullmatch(entry):
            yield f"{name}: »{entry.splitlines()[0]}« is not pinned by version and sha256."
    names = Counter(entry.partition("==")[0] for entry in entries(lock))
    yield from (f"{name}: »{package}« stands there {times} times." for package, times in names.items() if times > 1)


def between_locks(run: Mapping[str, str], dev: Mapping[str, str]) -> Iterator[str]:
    """Where what runs is not what is tested."""
    for package, version in run.items():
        if dev.get(package) != version:
            yield f"{package} {version} runs, but {dev.get(package, 'none')} is tested."


def in_environment(pinned: Mapping[str, str]) -> Iterator[str]:
    """Where this environment is not the one that a lock describes."""
    for package, version in pinned.items():
        try:
            installed = distribution(package).version
        except PackageNotFoundError:
            yield f"{package} {version} is not installed: remove .venv and call make again."
            continue
        if Version(installed) != Version(version):
            yield f"{package} {installed} is installed, not {version}: remove .venv and call make again."


def licences(package: Distribution) -> set[str]:
    """The licences a package may be used under, from its own metadata."""
    said = package.metadata.get("License-Expression")
    if said:
        return set(re.split(r" (?:OR|AND) ", said))
    classifiers = package.metadata.get_all("Classifier") or []
    named = {line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License :: ")}
    return named or {package.metadata.get("License", "none told")}


def in_licences(pinned: Mapping[str, str]) -> Iterator[str]:
    """Packages under no licence that may be combined with ours."""
    for package in pinned:
        found = licences(distribution(package))
        if not found & ALLOWED:
            yield f"{package} is under {' or '.join(sorted(found))}, which nobody has allowed."


def findings() -> list[str]:
    """Everything that is wrong."""
    run, dev = RUN.read_text(encoding="utf-8"), DEV.read_text(encoding="utf-8")
    found = [*in_lock(RUN.name, run), *in_lock(DEV.name, dev), *between_locks(pins(run), pins(dev))]
    found += in_environment(pins(dev))
    return found or list(in_licences(pins(run)))


def main() -> None:
    """Print the findings or, with --list, the packages."""
    if "--list" in sys.argv[1:]:
        for package, version in pins(RUN.read_text(encoding="utf-8")).items():
            print(f"{package} {version}: {' or '.join(sorted(licences(distribution(package))))}")  # noqa: T201
        return
    found = findings()
    print("\n".join(found), end="\n" if found else "")  # noqa: T201 - what was called for
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
