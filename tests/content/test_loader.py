"""docs/ becomes a corpus; whatever goes wrong with one file stays with that file."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from conftest import corpus_of, findings_of, git, make_town, page, record

from publicity.content.history import read_first_commits
from publicity.content.loader import load_corpus
from publicity.settings import load_settings


def test_pages_assets_and_fragments_are_told_apart(tmp_path: Path) -> None:
    """Markdown outside _fragments/ is a page; everything else is a file beside the pages."""
    pages = {
        "index.md": page(),
        "_fragments/a.md": "甲",
        "report/a.pdf": b"%PDF",
        "disclosure/2026/2026-00001.md": record(),
    }
    corpus = corpus_of(make_town(tmp_path, pages))

    assert [one.uri for one in corpus.pages] == ["disclosure/2026/2026-00001.md", "index.md"]
    assert [one.uri for one in corpus.assets] == ["_fragments/a.md", "report/a.pdf"]
    assert list(corpus.by_serial) == ["2026-00001"]


@pytest.mark.parametrize(
    ("uri", "stem", "folder", "url"),
    [
        ("index.md", "index", "", ""),
        ("guide/index.md", "index", "guide/", "guide/"),
        ("guide/apply.md", "apply", "guide/", "guide/apply/"),
    ],
)
def test_a_page_knows_its_place(tmp_path: Path, uri: str, stem: str, folder: str, url: str) -> None:
    """Stem, folder and published address follow from the path alone."""
    (one,) = corpus_of(make_town(tmp_path, {uri: page()})).pages

    assert (one.stem, one.folder, one.url) == (stem, folder, url)


def test_one_broken_file_does_not_hide_the_others(tmp_path: Path) -> None:
    """A page that cannot be read has no header and one problem; its neighbours are whole."""
    corpus = corpus_of(make_town(tmp_path, {"a.md": b"\xb9\xab", "b.md": page()}))

    assert [(one.uri, one.header is None, len(one.problems)) for one in corpus.pages] == [
        ("a.md", True, 1),
        ("b.md", False, 0),
    ]


def test_body_lines_are_numbered_as_in_the_file(tmp_path: Path) -> None:
    """The first line of the body has the number an editor shows."""
    corpus = corpus_of(make_town(tmp_path, {"a.md": page("甲\n")}))

    assert [(line.number, line.text) for line in corpus.pages[0].lines()] == [(5, ""), (6, "甲"), (7, "")]


def test_progress_hears_of_every_file(tmp_path: Path) -> None:
    """The caller can show a count while files are read."""
    heard: list[int] = []
    config = make_town(tmp_path, {"a.md": page(), "b.md": page(), "c.png": b"x"})
    load_corpus(load_settings(config), heard.append)

    assert sum(heard) == 3


def test_the_history_tells_when_each_file_came(tmp_path: Path) -> None:
    """The first commit of each file counts, as a day in Asia/Shanghai, and later changes do not."""
    make_town(tmp_path, {"a.md": page(), "公告.md": page()})
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "一", when="2026-05-01T17:30:00+00:00")
    make_town(tmp_path, {"a.md": page("改"), "guide/b.md": page()})
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "二", when="2026-06-01T12:00:00+08:00")

    assert read_first_commits(tmp_path, tmp_path / "docs") == {
        "a.md": date(2026, 5, 2),
        "公告.md": date(2026, 5, 2),
        "guide/b.md": date(2026, 6, 1),
    }


def test_a_project_below_the_top_of_its_repository_has_a_history_too(tmp_path: Path) -> None:
    """Several towns may share one repository."""
    town = tmp_path / "towns" / "qingshi"
    make_town(town, {"a.md": page()})
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "一")

    assert read_first_commits(town, town / "docs") == {"a.md": date(2026, 5, 1)}


def test_a_file_name_in_gbk_does_not_break_the_history(tmp_path: Path) -> None:
    """A name that is not UTF-8, as old Windows archives have it, is read over."""
    make_town(tmp_path, {"a.md": page()})
    (tmp_path / "docs" / "公告.md".encode("gbk").decode("utf-8", "surrogateescape")).write_text("甲", encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "一")

    assert read_first_commits(tmp_path, tmp_path / "docs")["a.md"] == date(2026, 5, 1)


def test_no_history_is_no_trouble(tmp_path: Path) -> None:
    """Without git, without commits, or with only a cut-off history, there is nothing to compare with."""
    make_town(tmp_path / "whole", {"a.md": page()})
    git(tmp_path / "whole", "init", "--quiet")
    none_yet = read_first_commits(tmp_path / "whole", tmp_path / "whole" / "docs")
    git(tmp_path / "whole", "add", ".")
    git(tmp_path / "whole", "commit", "-qm", "一")
    git(tmp_path / "whole", "commit", "-qm", "二", "--allow-empty")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{tmp_path}/whole", "shallow")

    assert none_yet == {}
    assert read_first_commits(tmp_path / "shallow", tmp_path / "shallow" / "docs") == {}


def test_a_pipe_is_a_finding_and_is_not_read(tmp_path: Path) -> None:
    """Reading one would wait for ever."""
    config = make_town(tmp_path, {"index.md": page()})
    os.mkfifo(tmp_path / "docs" / "a.md")

    (found,) = findings_of(config)

    assert (found.path, found.rule) == ("docs/a.md", "symlink")
