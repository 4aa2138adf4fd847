"""The house holds: who may import whom, and what the lower floors keep away from."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "plugins" / "quartier"
FLOORS = {
    "__init__": 0,
    "model": 1,
    "schedule": 2,
    "reading": 3,
    "district": 4,
    "outputs": 5,
    "build": 5,
    "site": 6,
    "german_click": 7,
    "commands": 8,
    "cli": 9,
    "__main__": 10,
}
SITE = FLOORS["site"]
HEART = ("model", "schedule")
READS_ITS_CATALOGS = "schedule/catalog.py"
CLOCK = {"now", "utcnow", "today", "time", "time_ns", "localtime", "gmtime", "ctime"}
DISK = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "rglob", "is_file", "is_dir"}
OUTSIDE = {"os", "shutil", "socket", "subprocess", "tempfile", "urllib", "random", "io"}
MUTATING = {"append", "add", "clear", "extend", "insert", "pop", "popitem", "remove", "setdefault", "update"}
MUTABLE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
MUTABLE_CALLS = {"list", "dict", "set", "defaultdict", "deque", "Counter", "OrderedDict", "bytearray"}


@dataclass(frozen=True)
class Module:
    """One source file of the package."""

    path: str
    tree: ast.Module

    @property
    def room(self) -> str:
        return self.path.removesuffix(".py").split("/")[0]

    @property
    def plugin(self) -> str:
        """The second name of a dotted path: quartier.site.<plugin>."""
        return [*self.path.removesuffix(".py").split("/"), ""][1]

    def imports(self) -> Iterator[str]:
        """Every imported name in full; what comes out of a module is a name below it."""
        here = ["quartier", *self.path.split("/")[:-1]]
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                base = here[: len(here) + 1 - node.level] if node.level else []
                source = ".".join([*base, *([node.module] if node.module else [])])
                yield from (f"{source}.{alias.name}" for alias in node.names)

    def calls(self) -> Iterator[tuple[str, str]]:
        """(what it is called on, name) of every call; the first is empty for a plain function."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                function = node.func
                if isinstance(function, ast.Attribute):
                    yield ast.unparse(function.value), function.attr
                elif isinstance(function, ast.Name):
                    yield "", function.id


def imports_upwards(module: Module) -> Iterator[str]:
    for name in module.imports():
        package, _, rest = name.partition(".")
        room = rest.split(".")[0]
        if package != "quartier" or room == module.room:
            continue
        if room not in FLOORS or FLOORS[room] >= FLOORS[module.room]:
            yield f"imports {name}, which lies no floor below"


def imports_another_plugin(module: Module) -> Iterator[str]:
    for name in module.imports():
        parts = [*name.split("."), "", ""]
        if module.room == "site" and parts[:2] == ["quartier", "site"] and parts[2] != module.plugin:
            yield f"imports {name}: a plugin knows no other plugin"


def imports_pelican(module: Module) -> Iterator[str]:
    if module.room != "site":
        yield from (f"imports {name}: only site/ knows Pelican" for name in module.imports() if _top(name) == "pelican")


def reads_the_clock(module: Module) -> Iterator[str]:
    if FLOORS[module.room] > SITE:
        return
    imported = {name for name in module.imports() if name.startswith("time.") and name.split(".")[-1] in CLOCK}
    yield from (f"imports {name}: dates are handed in" for name in sorted(imported))
    for owner, name in module.calls():
        if name in CLOCK and owner and (owner == "time" or name in {"now", "utcnow", "today"}):
            yield f"calls {owner}.{name}(): dates are handed in"


def touches_the_disk(module: Module) -> Iterator[str]:
    if module.room not in HEART or module.path == READS_ITS_CATALOGS:
        return
    yield from (f"imports {name}: the heart is pure" for name in module.imports() if _top(name) in OUTSIDE)
    yield from (f"imports {name}: the heart is pure" for name in module.imports() if name == "pathlib.Path")
    yield from (f"calls {name}(): the heart is pure" for owner, name in module.calls() if name in DISK)


def holds_state(module: Module) -> Iterator[str]:
    """Module-level values are constants: named as such, and nowhere changed."""
    constants = set()
    for node in module.tree.body:
        for name, value in _assigned(node):
            if name.isupper() or name == "__all__":
                constants.add(name)
            elif _is_mutable(value):
                yield f"keeps {name} in the module: state belongs to a run"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Global):
            yield f"says global {', '.join(node.names)}: state belongs to a run"
        elif (changed := _changed(node)) in constants:
            yield f"changes {changed}, a constant"


def _top(name: str) -> str:
    return name.partition(".")[0]


def _assigned(node: ast.stmt) -> Iterator[tuple[str, ast.expr]]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    for target in targets:
        if isinstance(target, ast.Name) and node.value is not None:
            yield target.id, node.value


def _is_mutable(value: ast.expr) -> bool:
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name | ast.Attribute):
        return ast.unparse(value.func).split(".")[-1] in MUTABLE_CALLS
    return isinstance(value, MUTABLE)


def _changed(node: ast.AST) -> str | None:
    """The plain name that this piece of code changes in place, if it does."""
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
        return ast.unparse(node.value)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in MUTATING:
        return ast.unparse(node.func.value)
    return None


RULES = (imports_upwards, imports_another_plugin, imports_pelican, reads_the_clock, touches_the_disk, holds_state)


def breaches(package: Path) -> list[str]:
    """Every breach in a package as »room/file.py: what it does«."""
    found = []
    for file in sorted(package.rglob("*.py")):
        module = Module(file.relative_to(package).as_posix(), ast.parse(file.read_text(encoding="utf-8")))
        if module.room not in FLOORS:
            found.append(f"{module.path}: lies in a room that has no floor")
            continue
        found += [f"{module.path}: {breach}" for rule in RULES for breach in rule(module)]
    return found


def test_the_house_holds() -> None:
    assert breaches(PACKAGE) == []


def test_every_room_is_looked_at() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert {"model", "schedule", "reading", "district", "outputs", "build", "site"} <= rooms <= set(FLOORS)


REFUSED = [
    ("model/a.py", "import quartier.schedule", "imports quartier.schedule, which lies no floor below"),
    (
        "schedule/a.py",
        "def f():\n    from quartier.reading import b",
        "imports quartier.reading.b, which lies no floor",
    ),
    ("reading/a.py", "from quartier import district", "imports quartier.district, which lies no floor below"),
    ("reading/a.py", "from ..district import b", "imports quartier.district.b, which lies no floor below"),
    ("reading/sub/a.py", "from ...outputs import b", "imports quartier.outputs.b, which lies no floor below"),
    ("outputs/a.py", "from quartier.build import cache", "imports quartier.build.cache, which lies no floor below"),
    ("build/a.py", "from quartier.outputs.ical import x", "imports quartier.outputs.ical.x, which lies no floor below"),
    ("site/a.py", "from quartier.cli import main", "imports quartier.cli.main, which lies no floor below"),
    ("site/a.py", "from quartier.site.b import x", "imports quartier.site.b.x: a plugin knows no other plugin"),
    ("site/a.py", "from . import b", "imports quartier.site.b: a plugin knows no other plugin"),
    ("outputs/a.py", "from pelican import signals", "imports pelican.signals: only site/ knows Pelican"),
    ("cli.py", "import pelican", "imports pelican: only site/ knows Pelican"),
    ("district/a.py", "import datetime\nx = datetime.date.today()", "calls datetime.date.today(): dates are handed in"),
    ("site/a.py", "from datetime import datetime\ndef f(): return datetime.now()", "calls datetime.now(): dates are"),
    ("build/a.py", "import time\ndef f(): return time.time()", "calls time.time(): dates are handed in"),
    ("outputs/a.py", "from time import time", "imports time.time: dates are handed in"),
    ("model/a.py", "def f(p): return open(p)", "calls open(): the heart is pure"),
    ("schedule/a.py", "from pathlib import Path", "imports pathlib.Path: the heart is pure"),
    ("schedule/a.py", "def f(p): return p.read_text()", "calls read_text(): the heart is pure"),
    ("schedule/a.py", "import os.path", "imports os.path: the heart is pure"),
    ("site/a.py", "events = []", "keeps events in the module: state belongs to a run"),
    ("site/a.py", "seen: dict[str, int] = collections.defaultdict(int)", "keeps seen in the module"),
    ("site/a.py", "x = None\ndef f():\n    global x", "says global x: state belongs to a run"),
    ("site/a.py", "SEEN = []\ndef f(): SEEN.append(1)", "changes SEEN, a constant"),
    ("site/a.py", "SEEN = {}\ndef f(): SEEN['a'] = 1", "changes SEEN, a constant"),
    ("tools/a.py", "", "lies in a room that has no floor"),
]
ALLOWED = [
    ("cli.py", "from datetime import date\nfrom quartier.site import reader\ntoday = date.today()"),
    ("site/a.py", "import pelican\nfrom quartier.outputs import ical\nfrom quartier.build import cache"),
    ("site/news/a.py", "from quartier.site.news import b\nfrom .b import c"),
    ("schedule/catalog.py", "def f(p): return p.open()"),
    ("reading/a.py", "def f(p): return p.read_bytes()"),
    ("model/a.py", "WORDS = {'a': 1}\n_MORE = [1]\n__all__ = ['a']\nkinds = (1, 2)"),
    ("outputs/a.py", "def f(now, time): return now + time\ndef g(moment): return moment.time()"),
]


def write_package(root: Path, path: str, source: str) -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(source, encoding="utf-8")
    return root


@pytest.mark.parametrize(("path", "source", "breach"), REFUSED)
def test_refused(tmp_path: Path, path: str, source: str, breach: str) -> None:
    found = breaches(write_package(tmp_path, path, source))
    assert len(found) == 1, found
    assert found[0].startswith(f"{path}: {breach}")


@pytest.mark.parametrize(("path", "source"), ALLOWED)
def test_allowed(tmp_path: Path, path: str, source: str) -> None:
    assert breaches(write_package(tmp_path, path, source)) == []
