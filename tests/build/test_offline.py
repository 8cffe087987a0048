"""What a whole site lets a phone keep: every public page, and nothing that is not for readers."""

from __future__ import annotations

import json
import re
import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from conftest import PDF, PNG, TODAY, page, record
from normative import documents
from whole import ROOT, make_site, run_cli

from publicity.build import offline
from publicity.build.offline import write_offline, write_withdrawal
from publicity.outputs.offline import hash_of, hash_of_page
from publicity.project import open_project
from publicity.view.site import SiteView

SOURCES = ROOT / "overrides" / "assets" / "offline"
DOCS = {
    "index.md": page("首页。\n", layout="home"),
    "disclosure/index.md": page("目录。\n", layout="categories"),
    "disclosure/normative/index.md": page("文件。\n", layout="section"),
    "disclosure/2026/2026-00001.md": record(body="见[附件](a.pdf)。\n\n![平面图](map.png)\n"),
    "disclosure/2026/a.pdf": PDF,
    "disclosure/2026/map.png": PNG,
    "guide/index.md": page("怎样查。\n", title="公开指南"),
    "guide/apply.md": page("怎样申请。\n", title="依申请公开", deadlines="[application-reply]"),
    **documents({"01": {}}),
    "i/1.md": page("短网址。\n", title="短网址"),
}


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built town, its site beside its mkdocs.yml."""
    config = make_site(tmp_path_factory.mktemp("town"), DOCS)
    done = run_cli("build", "-f", config, "--site-dir", config.parent / "site", "--today", TODAY.isoformat())
    assert done.returncode == 0, done.stdout + done.stderr
    return config


@pytest.fixture
def site(config: Path) -> Path:
    return config.parent / "site"


def listed(site: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((site / "offline.json").read_bytes())
    return read


def test_every_public_page_may_be_kept_and_no_other(site: Path) -> None:
    """Staff's pages, the error page and short addresses are left out; the search page is not, although it is hidden."""
    built = {path.parent.relative_to(site).as_posix() + "/" for path in site.rglob("index.html")}

    pages = set(listed(site)["pages"])

    assert pages == {"" if name == "./" else name for name in built if not name.startswith(("staff/", "i/"))}
    assert {"search/", "offline/", "guide/apply/"} <= pages
    assert (site / "staff" / "duties" / "index.html").is_file()


def test_sizes_and_hashes_are_those_of_the_files(site: Path) -> None:
    """A picture belongs to its page; a document is kept when it has been opened. The offline page goes with its script."""
    known = listed(site)
    assert known["attachments"].keys() == {"disclosure/2026/a.pdf"}
    assert "disclosure/2026/map.png" in known["files"]

    assert known["pages"]["offline/"][1] == hash_of((site / "offline" / "index.html").read_bytes())
    for part, name, hashing in (
        ("pages", "index.html", hash_of_page),
        ("files", "", hash_of),
        ("attachments", "", hash_of),
    ):
        for address, (size, hashed) in known[part].items():
            content = (site / f"{address}{name}").read_bytes()
            assert size == len(content)
            assert address == "offline/" or hashed == hashing(content)


def test_a_day_without_a_change_changes_nothing(config: Path, site: Path) -> None:
    """A phone that comes back the next day has no page and no part of the index to fetch again, nor a worker."""
    done = run_cli("build", "-f", config, "--site-dir", config.parent / "next", "--today", f"{TODAY + timedelta(1)}")
    assert done.returncode == 0, done.stdout + done.stderr
    after = config.parent / "next"

    for name in ("guide/apply/", "disclosure/normative/review/"):
        texts = [(one / name / "index.html").read_text(encoding="utf-8") for one in (site, after)]
        assert texts[0] != texts[1]
    assert (after / "sw.js").read_bytes() == (site / "sw.js").read_bytes()
    parts = [
        {part: {name: entry[-1] for name, entry in known[part].items()} for part in ("pages", "files", "attachments")}
        | {"search": known["search"]}
        for known in (listed(site), listed(after))
    ]
    assert parts[0] == parts[1]


def test_what_a_page_loads_may_be_kept(site: Path) -> None:
    """Every style sheet and script that a page names is in the list."""
    known = listed(site)
    for address in known["pages"]:
        html = (site / address / "index.html").read_text(encoding="utf-8")
        parts = set(re.findall(r'(?:href|src)="(?:\.\./)*(assets/[^"]+)"', html))
        assert parts
        assert parts <= known["files"].keys()


def test_the_search_index_is_in_the_list_part_by_part(site: Path) -> None:
    """Whatever lies in its folder, but its page."""
    assert listed(site)["search"].keys() == {path.name for path in (site / "search").iterdir()} - {"index.html"}


def test_the_worker_knows_what_everybody_keeps(site: Path) -> None:
    """The home page, the guide and what else people come for, and search; names of the list only."""
    known = listed(site)
    lines = (site / "sw.js").read_text(encoding="utf-8").split("\n")

    assert lines[0] == f'const VERSION="{known["version"]}";'
    assert lines[1] == 'const LEAST=["offline/"];'
    core = json.loads(lines[2].removeprefix("const CORE=").removesuffix(";"))
    assert core[0] == ""
    pages = {name for name in known["pages"] if name.startswith(("guide/", "who/", "elder/", "glossary/"))}
    files = {name for name in known["files"] if name.endswith(("/search/search.js", "/search/search.css"))}
    assert {name.partition("/")[0] for name in pages} == {"guide", "elder", "glossary"}
    assert len(files) == 2
    assert set(core) == {"", *pages, *files}


def test_what_everybody_keeps_has_a_limit(
    config: Path, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a town with many procedures the first ones that go into it."""
    shutil.copytree(site, tmp_path / "site")
    home, guide = (listed(site)["pages"][name][0] for name in ("", "guide/"))
    monkeypatch.setattr(offline, "CORE_BYTES", home + guide)

    write_offline(tmp_path / "site", SiteView(open_project(config, TODAY)), SOURCES)

    core = (tmp_path / "site" / "sw.js").read_text(encoding="utf-8").split("\n")[2]
    kept = json.loads(core.removeprefix("const CORE=").removesuffix(";"))
    assert kept[0] == ""
    assert len([name for name in kept if not name.startswith("assets/")]) == 2


def test_a_preview_has_the_worker_that_ends_others(tmp_path: Path) -> None:
    """And no list: nothing of what is being edited is kept."""
    write_withdrawal(tmp_path, SOURCES)

    assert {path.name for path in tmp_path.iterdir()} == {"sw.js"}
    assert "registration.unregister()" in (tmp_path / "sw.js").read_text(encoding="utf-8")
