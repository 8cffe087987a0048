"""The page of feeds and calendar among the pages that no file of docs/ opens, and what other pages say of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import TODAY, make_town, page, record
from places import ADDRESS, place

from publicity.project import open_project
from publicity.view.follow import PAGE, follow_page
from publicity.view.makers import generated_pages
from publicity.view.site import SiteView

PAGES = {
    "index.md": page(title="首页"),
    "disclosure/index.md": page(title="主动公开"),
    "disclosure/2026/2026-00001.md": record(),
    "disclosure/2026/2026-00002.md": record("2026-00002", published_at="待核定"),
    "report/annual.md": page(title="年报"),
}


@pytest.mark.parametrize(
    ("uri", "names"),
    [
        ("index.md", ["all"]),
        ("disclosure/index.md", ["disclosure", "all"]),
        ("disclosure/2026/index.md", ["disclosure", "all"]),
        ("disclosure/2026/2026-00001.md", ["disclosure", "all"]),
        ("report/annual.md", ["all"]),
        (PAGE, ["all"]),
    ],
)
def test_a_page_offers_the_feed_that_fits(tmp_path: Path, uri: str, names: list[str]) -> None:
    """That of its own section first, if there is one; that of everything always."""
    view = SiteView(open_project(make_town(tmp_path, PAGES), TODAY))

    feeds = view.here(uri)["feeds"]

    assert [feed["name"] for feed in feeds] == names
    assert {feed[kind] for feed in feeds for kind in ("atom", "json")} <= set(view.artefacts)


def test_addresses_are_full_where_the_site_has_one(tmp_path: Path) -> None:
    """And not given at all while the address is an example: nobody shall copy what leads nowhere."""
    (asked,) = follow_page(open_project(make_town(tmp_path / "asked", PAGES), TODAY))
    (placed,) = follow_page(open_project(place(make_town(tmp_path / "placed", PAGES)), TODAY))
    before, after = asked.data(), placed.data()

    assert (before["placed"], after["placed"]) == (False, True)
    assert {file["address"] for feed in before["offered"] for _, file in feed["files"]} == {""}
    assert before["calendar"] == {"uri": "calendar.ics", "address": "", "subscribe": ""}
    assert [file["address"] for _, file in after["offered"][1]["files"]] == [
        f"{ADDRESS}feeds/disclosure.atom",
        f"{ADDRESS}feeds/disclosure.json",
    ]
    assert after["calendar"]["address"] == f"{ADDRESS}calendar.ics"
    assert after["calendar"]["subscribe"] == f"webcal://{ADDRESS.partition('//')[2]}calendar.ics"


def test_what_waits_is_counted(tmp_path: Path) -> None:
    """How many are in a feed, and how many have no publication time."""
    (made,) = follow_page(open_project(make_town(tmp_path, PAGES), TODAY))

    assert [(one["title"], one["home"], one["count"], one["waiting"]) for one in made.data()["offered"]] == [
        ("全部公开信息", "index.md", 1, 1),
        ("主动公开", "disclosure/index.md", 1, 1),
    ]


def test_a_feed_of_several_kinds_says_which_it_counts(tmp_path: Path) -> None:
    """A section gathers by category, open data by kind: whoever compares the two must be able to."""
    power = record(
        "2026-00003", kind="enforcement_item", power_kind="other", verified="false", implementing_organ="镇人民政府",
        applies_to="村民", time_limit="待核定", legal_bases="[{statute: 城乡规划法, article: 65}]",
    )  # fmt: skip
    pages = {**PAGES, "enforcement/powers/2026-00003.md": power}
    (mixed,) = follow_page(open_project(make_town(tmp_path / "mixed", pages), TODAY))
    (plain,) = follow_page(open_project(make_town(tmp_path / "plain", PAGES), TODAY))

    assert [one["kinds"] for one in mixed.data()["offered"]] == [{"主动公开": 2, "执法职权": 1}] * 2
    assert [one["kinds"] for one in plain.data()["offered"]] == [{}, {}]


def test_a_page_of_the_town_stands_before_it(tmp_path: Path) -> None:
    """Whoever writes docs/follow/index.md has their own."""
    project = open_project(make_town(tmp_path, {"follow/index.md": page(title="自己的")}), TODAY)

    assert PAGE not in generated_pages(project)
