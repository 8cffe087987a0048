"""The files of an index."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from search_documents import source
from search_engine import RULES, files_of

from publicity.search.document import AttachedText, Document, Source
from publicity.search.index import MOST_WEIGHTED, ONE_SEGMENT, write_index


def manifest(folder: Path) -> Any:
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


def segment(folder: Path, number: int = 0) -> dict[str, str]:
    """Files of a segment by their names in it."""
    path = manifest(folder)["segments"][number]["path"]
    return {name.removeprefix(f"{path}/"): text for name, text in files_of(folder).items() if name.startswith(path)}


def test_every_file_of_a_small_index(tmp_path: Path) -> None:
    """The contract of ``publicity.search``, letter by letter."""
    first = Document(
        "a/", "低保", ("1号",), ("保A",), (AttachedText("a.pdf", "附件", ("罚",)),), kind="公开", organ="镇"
    )
    second = Document("b/", "罚", blocks=("保",))
    given = [Source("b/", 0, None, lambda: second), Source("a/", 0, date(2026, 1, 2), lambda: first)]

    write_index(given, RULES, tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["manifest.json", RULES_NAME]
    read = manifest(tmp_path)
    assert read | {"segments": [], "weights": {}} == {
        "format": 1, "weights": {}, "traditional": RULES_NAME, "common": "", "segments": [],
    }  # fmt: skip
    assert [{**one, "path": ""} for one in read["segments"]] == [
        {"path": "", "docs": 2, "bits": 0, "front": [], "removed": [], "hot": False}
    ]
    found = segment(tmp_path)
    lines = found.pop("b/0.txt").splitlines()
    # gram, gaps of title, of number, then gap and mask of text, of attachment
    assert sorted(lines) == [
        "1\t\t0\t01", "1号\t\t0\t01", "a\t\t\t01", "低\t0\t\t01", "低保\t0\t\t01", "保\t0\t\t0101", "保a\t\t\t01",
        "号\t\t0\t01", "罚\t1\t\t11\t02",
    ]  # fmt: skip
    assert found == {
        "t/0/0.txt": '{"u":"a/","t":"低保","n":["1号"],"d":"2026-01-02","k":"公开","o":"镇","b":["保A"]}',
        "t/0/1.txt": '{"u":"a/","t":"低保","n":["1号"],"d":"2026-01-02","k":"公开","o":"镇","b":["罚"],'
        '"a":[[0,"a.pdf","附件"]]}',
        "t/1/0.txt": '{"u":"b/","t":"罚","b":["保"]}',
        "f/labels.json": '{"kind":["","公开"],"year":["","2026"],"category":[""],"validity":[""],"organ":["","镇"]}',
        "f/0.txt": "10\n10\n00\n00\n10\n",
        "u/0.txt": "a/\t0\nb/\t1\n",
    }


RULES_NAME = "traditional-6cd6d26e8b30.txt"


def test_bytes_depend_on_content_only(tmp_path: Path) -> None:
    pages = [source(f"p/{n}/", f"第{n}件低保", day=date(2026, 1, 1 + n % 20), weight=n % 3) for n in range(60)]
    write_index(pages, RULES, tmp_path / "a")
    write_index(reversed(pages), RULES, tmp_path / "b")
    assert files_of(tmp_path / "a") == files_of(tmp_path / "b")


def test_the_best_standing_first(tmp_path: Path) -> None:
    pages = [
        source("old/", day=date(2020, 1, 1)), source("guide/", weight=2), source("new/", day=date(2026, 1, 1)),
        source("none/"), source("b/", day=date(2025, 1, 1)), source("a/", day=date(2025, 1, 1)),
        source("power/", weight=3, day=date(2019, 1, 1)),
    ]  # fmt: skip
    write_index(pages, RULES, tmp_path)
    found = segment(tmp_path)
    order = [json.loads(found[f"t/{n}/0.txt"])["u"] for n in range(7)]
    assert order == ["power/", "guide/", "new/", "a/", "b/", "old/", "none/"]
    assert manifest(tmp_path)["segments"][0]["front"] == [17897, -1]


def test_a_list_too_long_for_a_bucket_goes_on_elsewhere(tmp_path: Path) -> None:
    """The newest part stays, the others are named by where they begin."""
    write_index([source(f"p/{n:05}/", "低保") for n in range(5000)], RULES, tmp_path)
    found = segment(tmp_path)
    (line,) = [line for text in found.values() for line in text.splitlines() if line.startswith("低保\t")]
    head, tail = line.split("\t")[3].split("|")
    assert (head, tail) == ("01" * 250, "Xl4" + "j7" + "gm2")
    assert [found[f"r/4f4e_4fdd-2-{n}.txt"] for n in range(2)] == ["j71" + "01" * 2999, "bU31" + "01" * 1749]


def test_closed_years_are_a_segment_that_stays(tmp_path: Path) -> None:
    """What is new this year leaves the files of the years before as they were."""
    old = [source(f"old/{n}/", "低保", day=date(2020 + n % 5, 1, 1)) for n in range(ONE_SEGMENT)]
    write_index([*old, source("new/", day=date(2025, 1, 1)), source("guide/", weight=1)], RULES, tmp_path / "a")
    write_index([*old, source("newer/", day=date(2025, 2, 1)), source("undated/")], RULES, tmp_path / "b")

    first, second = (manifest(tmp_path / name)["segments"] for name in "ab")

    assert [one["docs"] for one in first] == [one["docs"] for one in second] == [2, ONE_SEGMENT]
    assert first[1]["path"] == second[1]["path"]
    assert first[0]["path"] != second[0]["path"]


def test_weights_for_no_more_than_the_manifest_has_room_for(tmp_path: Path) -> None:
    write_index([source(f"p/{n:04}/", weight=1) for n in range(MOST_WEIGHTED + 5)], RULES, tmp_path)
    assert len(manifest(tmp_path)["segments"][0]["front"]) == MOST_WEIGHTED


def test_an_index_of_nothing(tmp_path: Path) -> None:
    write_index([], RULES, tmp_path)
    assert [one["docs"] for one in manifest(tmp_path)["segments"]] == [0]
