"""Feeds: valid by other programs' judgement, true about time, silent about what was withdrawn."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import feedparser
import jsonschema
import pytest
from conftest import ORGAN, TODAY, make_town, page, power, record
from lxml import etree
from normative import document
from places import ADDRESS as PLACE
from places import place
from whole import ROOT

from publicity.outputs.artefacts import artefacts_of
from publicity.outputs.feed_files import make_feeds, render_atom, render_json_feed
from publicity.outputs.feeds import NEWEST, Feed, feeds_of
from publicity.outputs.listings import SECTIONS
from publicity.project import Project, open_project

GOLDEN = ROOT / "tests" / "golden"
GRAMMAR = etree.RelaxNG(etree.parse(ROOT / "tests" / "atom.rng"))
MOMENT = {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\+08:00$"}
WORDS = {"type": "string", "minLength": 1}
ADDRESS = {"type": "string", "pattern": "^https://www\\.example\\.com/gov/qs/[!-~]*$"}
AUTHORS = {"type": "array", "minItems": 1, "items": {"required": ["name"], "properties": {"name": WORDS}}}
# https://www.jsonfeed.org/version/1.1/: what it requires, and of what it allows what we write.
SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": WORDS,
        "home_page_url": ADDRESS,
        "feed_url": ADDRESS,
        "description": WORDS,
        "language": {"const": "zh-CN"},
        "authors": AUTHORS,
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["id", "content_text"],
                "properties": {
                    "id": WORDS,
                    "url": ADDRESS,
                    "title": WORDS,
                    "content_text": WORDS,
                    "date_published": MOMENT,
                    "date_modified": MOMENT,
                    "authors": AUTHORS,
                    "tags": {"type": "array", "minItems": 1, "uniqueItems": True, "items": WORDS},
                },
            },
        },
    },
}
RESULT = """---
kind: enforcement_result
title: 对某砂场的处罚
serial: {serial}
result_kind: penalty
decision_number: 青罚决〔2026〕1号
decided_on: 2026-03-02
published_at: 2026-03-03 09:00
issuing_organ: 青石镇综合行政执法办公室
summary: 某砂场未经批准堆放砂石
party_kind: legal_person
party_name: 某砂场
facts: 未经批准堆放砂石
legal_bases: [{{statute: 城乡规划法, article: 65}}]
outcome: 责令改正
deciding_organ: 镇人民政府
{more}---
"""
WITHDRAWAL = "withdrawal: {withdrawn_on: 2026-05-06, reason: 复议撤销}\n"
PUBLISHED = "published_at: 2026-03-01 10:00\ntime_limit"
PAGES = {
    "disclosure/index.md": page(title="法定主动公开内容"),
    "enforcement/results/index.md": page(title="执法结果"),
    "report/index.md": page(title="法治政府建设报告"),
    "disclosure/2026/2026-00001.md": record(title="救灾款“发放”情况 & 说明", summary="发给谁，发多少"),
    "disclosure/2026/2026-00002.md": record("2026-00002", published_at="待核定"),
    "disclosure/normative/2026-00003.md": document("2026-00003", document_number="青府发〔2026〕3号", issuing_organ="待核定"),
    "enforcement/powers/2026-00004.md": power("2026-00004", "制止违法建设", "土地管理法").replace("time_limit", PUBLISHED),
    "enforcement/results/2026-00005.md": RESULT.format(serial="2026-00005", more=WITHDRAWAL),
    "enforcement/results/2026-00006.md": RESULT.format(serial="2026-00006", more=""),
}  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return open_project(place(make_town(tmp_path_factory.mktemp("town"), PAGES)), TODAY)


def feeds(project: Project) -> dict[str, Feed]:
    return {feed.name: feed for feed in feeds_of(project)}


def atom(project: Project, name: str = "all") -> Any:
    """The feed as feedparser, which many readers are made with, reads it."""
    return feedparser.parse(render_atom(feeds(project)[name], project.settings))


def json_feed(project: Project, name: str = "all") -> Any:
    return json.loads(render_json_feed(feeds(project)[name], project.settings))


def test_the_files_are_as_they_were(project: Project) -> None:
    """Byte for byte, whoever renders them."""
    feed = feeds(project)["all"]

    assert render_atom(feed, project.settings) == (GOLDEN / "feed.atom").read_bytes()
    assert render_json_feed(feed, project.settings) == (GOLDEN / "feed.json").read_bytes()


def test_every_file_is_valid(project: Project) -> None:
    """Atom by a grammar, JSON Feed by a schema; no id twice; full addresses below the site's."""
    files = list(make_feeds(project))

    for file in files:
        if file.kind == "atom":
            tree = etree.fromstring(file.content)
            assert GRAMMAR.validate(tree), (file.uri, GRAMMAR.error_log)
            ids = tree.xpath("//*[local-name()='id']/text()")
            assert all(href.startswith(PLACE) for href in tree.xpath("//@href"))
        else:
            value = json.loads(file.content)
            jsonschema.validate(value, SCHEMA)
            ids = [item["id"] for item in value["items"]]
        assert len(set(ids)) == len(ids)
    assert [file.uri for file in files] == [
        "feeds/all.atom", "feeds/all.json", "feeds/report.atom", "feeds/report.json",
        "feeds/disclosure.atom", "feeds/disclosure.json", "feeds/results.atom", "feeds/results.json",
    ]  # fmt: skip
    assert {file.uri for file in files} <= set(artefacts_of(project))


def test_a_reader_is_told_the_same_by_both(project: Project) -> None:
    """Title, address, times, words and makers; markup characters in a title stay characters."""
    read, value = atom(project), json_feed(project)

    assert not read.bozo
    assert read.feed.title == value["title"] == f"{ORGAN}：全部公开信息"
    assert read.feed.link == value["home_page_url"] == PLACE
    assert [link.href for link in read.feed.links if link.rel == "self"] == [f"{PLACE}feeds/all.atom"]
    assert [
        (one.id, one.title, one.link, one.published, one.updated, one.summary, [tag.term for tag in one.get("tags", [])])
        for one in read.entries
    ] == [
        (one["id"], one["title"], one["url"], one["date_published"], one["date_modified"], one["content_text"], one.get("tags", []))
        for one in value["items"]
    ]  # fmt: skip
    item = next(one for one in value["items"] if one["url"].endswith("/disclosure/2026/2026-00001/"))
    assert item["title"] == "救灾款“发放”情况 & 说明"
    assert item["date_published"] == "2026-04-02T09:30:00+08:00"
    assert item["authors"] == [{"name": ORGAN}]
    assert [one.get("author", ORGAN) for one in read.entries] == [
        one.get("authors", value["authors"])[0]["name"] for one in value["items"]
    ]


def test_a_record_without_a_time_waits(project: Project) -> None:
    """No feed may say of it when it was published; how many wait is known."""
    assert "2026-00002" not in json.dumps(json_feed(project))
    assert {name: (len(feed.items), feed.waiting) for name, feed in feeds(project).items()} == {
        "all": (5, 1), "report": (0, 0), "disclosure": (2, 1), "results": (2, 0),
    }  # fmt: skip


def test_of_a_withdrawn_decision_only_that(project: Project) -> None:
    """Neither party nor deed nor kind, and newer than the decision, so that readers replace what they hold."""
    (gone,) = [one for one in json_feed(project, "results")["items"] if "2026-00005" in one["url"]]

    assert gone == {
        "id": gone["id"],
        "url": f"{PLACE}enforcement/results/2026-00005/",
        "title": "执法结果（2026-00005，已撤下）",
        "content_text": "本信息已按规定撤下。",
        "date_published": "2026-03-03T09:00:00+08:00",
        "date_modified": "2026-05-06T00:00:00+08:00",
    }
    text = render_atom(feeds(project)["results"], project.settings).decode()
    assert text.count("某砂场") == 2  # title and summary of the decision that stands


def test_what_is_not_confirmed_says_so(project: Project) -> None:
    """A power from national law, and a document whose validity a day may change."""
    texts = {one["url"].split("/")[-2]: one["content_text"] for one in json_feed(project)["items"]}

    assert texts["2026-00004"].endswith("尚未核定：根据公开法律整理，内容以本机关核定后的为准。")
    assert texts["2026-00003"] == "种类：规范性文件。文号：青府发〔2026〕3号。\n现在是否有效，以网页上写的为准。"


def test_the_newest_change_stands_first(project: Project) -> None:
    """Also a withdrawal is news; the feed is as new as its newest entry."""
    updated = [item.times.updated for item in feeds(project)["all"].items]

    assert updated == sorted(updated, reverse=True)
    assert feeds(project)["all"].updated == updated[0]
    assert "2026-00005" in feeds(project)["all"].items[0].address


def test_ids_outlive_a_corrected_title_and_a_new_address(tmp_path: Path, project: Project) -> None:
    """And differ between towns."""
    pages = {uri: text.replace("救灾款", "救灾资金") for uri, text in PAGES.items()}
    moved = open_project(place(make_town(tmp_path / "moved", pages), "http://10.2.3.4:8080/qs"), TODAY)
    other = open_project(make_town(tmp_path / "other", PAGES, organ="云岭县白石镇人民政府"), TODAY)
    ids = {name: [feed.id, *(item.id for item in feed.items)] for name, feed in feeds(project).items()}

    assert {name: [feed.id, *(item.id for item in feed.items)] for name, feed in feeds(moved).items()} == ids
    assert not set(ids["all"]) & {feeds(other)["all"].id, *(item.id for item in feeds(other)["all"].items)}
    assert json_feed(moved)["items"][0]["url"].startswith("http://10.2.3.4:8080/qs/enforcement/results/")
    assert atom(moved).feed.link == "http://10.2.3.4:8080/qs/"


def test_the_newest_fifty_are_enough(tmp_path: Path) -> None:
    """The oldest leave; the listing has them."""
    pages = {
        f"disclosure/2026/2026-{n:05}.md": record(f"2026-{n:05}", published_at=f"2026-10-{n % 28 + 1:02} 08:{n:02}")
        for n in range(1, NEWEST + 4)
    }
    (feed,) = feeds_of(open_project(make_town(tmp_path, pages), TODAY))
    days = sorted((f"2026-10-{n % 28 + 1:02}T08:{n:02}" for n in range(1, NEWEST + 4)), reverse=True)

    assert [item.times.published.isoformat()[:16] for item in feed.items] == days[:NEWEST]
    assert feed.waiting == 0


def test_an_empty_feed_is_there_to_be_followed(tmp_path: Path) -> None:
    """Equal records give equal bytes on every day; it is as new as what the site last told of, if anything."""
    config = make_town(tmp_path, {})
    first, later = (list(make_feeds(open_project(config, day))) for day in (TODAY, TODAY + timedelta(days=1)))

    assert first == later
    assert feedparser.parse(first[0].content).feed.updated == "1970-01-01T00:00:00+08:00"


def test_an_empty_feed_is_as_new_as_the_site(project: Project) -> None:
    """Nothing of its own section stands in it yet; a withdrawal elsewhere is the newest change."""
    assert atom(project, "report").feed.updated == atom(project).feed.updated == "2026-05-06T00:00:00+08:00"


def test_names_in_addresses_are_each_given_once() -> None:
    """People keep these addresses; the one of everything is nobody else's."""
    names = [section.feed for section in SECTIONS if section.feed]

    assert names == ["report", "disclosure", "normative", "enforcement", "powers", "procedures", "results", "publicity"]
    assert "all" not in names
