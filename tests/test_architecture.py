"""The house keeps its shape: rooms in order, MkDocs at the edge, files and functions of a readable size."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts"
PACKAGE = SCRIPTS / "publicity"
FILES = sorted(SCRIPTS.rglob("*.py"))
ROOMS = (
    "finding", "errors", "clock", "explain", "settings", "model", "rules", "content", "enrich", "checks",
    "project", "search", "outputs", "view", "build", "release", "commands", "mkdocs_events",
)  # fmt: skip
MAY_KNOW_MKDOCS = {"build", "mkdocs_events"}
# Pure tables or plain sequences only, each with its reason.
LONG_FUNCTIONS: dict[str, str] = {}


def name_of(path: Path) -> str:
    return path.relative_to(SCRIPTS).as_posix()


def room_of(path: Path) -> str:
    """The room of a module of the package; empty for the package's own ``__init__``."""
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def imports_of(path: Path) -> Iterator[str]:
    """Every module imported anywhere in the file, in functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_room_imports_only_rooms_before_it(path: Path) -> None:
    """A module imports from its own room and from rooms named earlier, never the other way."""
    room = room_of(path)
    inner = [name.split(".")[1] for name in imports_of(path) if name.startswith("publicity.")]

    assert room == "" or room in ROOMS, f"the room {room} has no place in the order"
    assert [name for name in inner if ROOMS.index(name) > (ROOMS.index(room) if room else -1)] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_edge_knows_mkdocs(path: Path) -> None:
    """Nothing but mkdocs_events and build imports MkDocs, and nothing in the package imports mkdocs_events."""
    names = list(imports_of(path))
    mkdocs = [name for name in names if name.split(".")[0] in ("mkdocs", "material", "markdown")]

    assert room_of(path) in MAY_KNOW_MKDOCS or mkdocs == []
    assert [name for name in names if name.startswith("publicity.mkdocs_events")] == []


def test_the_package_imports_without_mkdocs() -> None:
    """Every module outside the edge imports in an interpreter that has no MkDocs."""
    names = [
        name_of(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for path in MODULES
        if room_of(path) not in MAY_KNOW_MKDOCS
    ]
    code = (
        "import importlib, sys\n"
        "class Refuse:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] in ('mkdocs', 'material', 'properdocs'):\n"
        "            raise ImportError(name)\n"
        "sys.meta_path.insert(0, Refuse())\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=SCRIPTS, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


def test_the_hook_file_stays_a_door() -> None:
    """hooks.py is under 20 lines."""
    assert len((SCRIPTS / "hooks.py").read_text(encoding="utf-8").splitlines()) < 20


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_files_and_functions_stay_small(path: Path) -> None:
    """No file is over 300 lines and no function over 40."""
    text = path.read_text(encoding="utf-8")
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [
        f"{node.name} {length}"
        for node in functions
        if (length := (node.end_lineno or 0) - node.lineno + 1) > 40
        and f"{name_of(path)}:{node.name}" not in LONG_FUNCTIONS
    ]

    assert len(text.splitlines()) <= 300
    assert long == []


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_function_reaches_for_global_state(path: Path) -> None:
    """No function rebinds a name of its module: today, settings and results are handed on as arguments."""
    tree = ast.parse(path.read_text(encoding="utf-8"))

    assert [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Global)] == []


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_the_clock_is_asked_in_one_place(path: Path) -> None:
    """Only clock.py asks the machine what time it is, and nobody at import."""
    if path.name == "clock.py":
        return
    calls = [ast.unparse(node.func) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
             if isinstance(node, ast.Call)]  # fmt: skip

    assert [call for call in calls if call in ("date.today", "datetime.now", "datetime.today", "time.time")] == []


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_town_is_named_in_code(path: Path) -> None:
    """Another town is other settings and other pages: the code names neither the first town nor its county."""
    text = path.read_text(encoding="utf-8")

    assert [name for name in ("大河镇", "三都", "水族", "dahe") if name in text] == []
