"""Keeping an index up to date: what is gone is gone, what stays is not touched, what was cut off can be ended."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from search_documents import archive, source
from search_engine import RULES, Step, files_of, write_and_edit

from publicity.search import update
from publicity.search.document import Document, Source
from publicity.search.grams import FIELD_BITS, gram_text
from publicity.search.index import write_index
from publicity.search.normal import Normaliser
from publicity.search.purge import rows_in
from publicity.search.update import MOST_HOT, update_index

SECRET = "绝密身份号码鎏"


def segments(folder: Path) -> Any:
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["segments"]


def living(folder: Path) -> dict[str, str]:
    """Address and joined text of every page that counts."""
    found = {}
    for one in segments(folder):
        for number in set(range(one["docs"])) - set(one["removed"]):
            paths = sorted((folder / one["path"] / "t" / str(number)).iterdir(), key=lambda path: int(path.stem))
            read = [json.loads(path.read_bytes()) for path in paths]
            assert read[0]["u"] not in found
            found[read[0]["u"]] = "".join(block for each in read for block in each.get("b", []))
    return found


def grams_of(pages: Iterable[Source]) -> set[str]:
    """All that the index of these pages may name."""
    normal = Normaliser(RULES.traditional)
    keys = {key for page in pages for key in rows_in(page.load(), normal).key.tolist()}
    return {gram_text(key >> FIELD_BITS) for key in keys}


def grams_in(folder: Path) -> set[str]:
    """All that the index names."""
    buckets = (path.read_text(encoding="utf-8") for path in folder.glob("*/b/*.txt"))
    return {line.partition("\t")[0] for text in buckets for line in text.splitlines()}


def test_a_removed_page_leaves_no_trace(tmp_path: Path) -> None:
    pages = [source(f"p/{n}/", "低保公告" * 300, day=date(2026, 1, 1)) for n in range(1500)]
    told = Document("secret/", "标题", (), (f"低保{SECRET}",), (), SECRET, "公开", SECRET, SECRET)
    write_index([*pages, Source("secret/", 0, date(2025, 1, 1), lambda: told)], RULES, tmp_path)
    before = files_of(tmp_path)

    update_index(tmp_path, [], ["secret/", "never/there/"], RULES)

    after = files_of(tmp_path)
    assert [name for name, text in after.items() if "secret" in text or set(SECRET) & set(text)] == []
    (one,) = segments(tmp_path)
    assert one["removed"] == [1500]
    # Its words stood in long lists, and are out of these too; the lists of other words are as they were.
    changed = {name.split("/r/")[1] for name in before if "/r/" in name and before[name] != after[name]}
    assert {name.split("-")[0] for name in changed} == {"6807", "9898", "6807_9898", "4f4e", "4fdd", "4f4e_4fdd"}


def test_an_edit_takes_back_what_it_does_not_say_any_more(tmp_path: Path) -> None:
    """At once, in the old place too; and what a later edit takes back, and in the end everything."""
    write_index([source("a/", f"低保{SECRET}公告"), source("b/", "低保")], RULES, tmp_path)

    update_index(tmp_path, [source("a/", "低保公告更正")], [], RULES)
    assert living(tmp_path) == {"a/": "低保公告更正", "b/": "低保"}
    assert [name for name, text in files_of(tmp_path).items() if set(SECRET) & set(text)] == []

    update_index(tmp_path, [source("a/", "低保更正")], [], RULES)
    assert grams_in(tmp_path) == grams_of([source("a/", "低保更正"), source("b/", "低保")])

    update_index(tmp_path, [], ["a/"], RULES)
    assert grams_in(tmp_path) == grams_of([source("b/", "低保")])
    assert [name for name, text in files_of(tmp_path).items() if "a/\t" in text or '"a/"' in text] == []


def test_a_change_touches_little(tmp_path: Path) -> None:
    """Files that hold nothing of the page stay as they are, to the byte and by name."""
    pages = [source(f"p/{n}/", "".join(chr(0x4E00 + (n * 37 + i * i) % 9000) for i in range(600))) for n in range(200)]
    write_index(pages, RULES, tmp_path)
    before = files_of(tmp_path)

    block = pages[7].load().blocks[0]
    update_index(tmp_path, [source("p/7/", block[:-20])], [], RULES)

    after = files_of(tmp_path)
    old = segments(tmp_path)[1]["path"]
    touched = [name for name in before if name.startswith(old) and before[name] != after.get(name)]
    assert 20 < len(touched) < 60
    assert len([name for name in before if name.startswith(old)]) > 400


def test_the_hot_segment_is_joined_before_it_grows_large(tmp_path: Path) -> None:
    write_index([source(f"p/{n}/", "低保") for n in range(10)], RULES, tmp_path)
    for start in range(0, MOST_HOT, 6):
        update_index(tmp_path, [source(f"new/{start + n}/", "新") for n in range(6)], [], RULES)
    assert [(one["docs"], one["hot"]) for one in segments(tmp_path)] == [(MOST_HOT, True), (10, False)]

    update_index(tmp_path, [source("one/more/", "新")], [], RULES)

    assert [(one["docs"], one["hot"]) for one in segments(tmp_path)] == [(MOST_HOT + 11, False)]
    assert len(living(tmp_path)) == MOST_HOT + 11


@pytest.mark.parametrize("step", ["purge_grams", "write_segment", "write_manifest", "purge_text", "purge_address"])
def test_what_was_cut_off_is_ended_by_the_same_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Wherever it stopped: before, after, or in the middle of a step."""

    def cut_off(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    for name in ("whole", "cut"):
        write_index([source("a/", f"{SECRET}低保"), source("b/", "低保"), source("c/", SECRET)], RULES, tmp_path / name)
    changed, removed = [source("a/", "低保更正")], ["c/"]
    update_index(tmp_path / "whole", changed, removed, RULES)

    with monkeypatch.context() as patched:
        patched.setattr(update, step, cut_off)
        with pytest.raises(KeyboardInterrupt):
            update_index(tmp_path / "cut", changed, removed, RULES)
    assert (tmp_path / "cut" / "manifest.json").is_file()
    update_index(tmp_path / "cut", changed, removed, RULES)

    assert files_of(tmp_path / "cut") == files_of(tmp_path / "whole")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=archive(), steps=st.lists(st.tuples(archive(most=3), st.sets(st.integers(0, 30), max_size=4)), max_size=4))
def test_after_any_edits_the_index_holds_the_living_pages_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, start: dict[str, Source], steps: list[Step]
) -> None:
    folder = tmp_path_factory.mktemp("index") / "search"
    pages = write_and_edit(folder, start, steps)

    assert living(folder).keys() == pages.keys()
    assert grams_in(folder) == grams_of(pages.values())
    assert sum(one["hot"] for one in segments(folder)) <= 1
