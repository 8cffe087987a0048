"""What a reader is told of a document's validity, and the list for the periodic review."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import TODAY, make_town, page
from normative import FOLDER, documents

from publicity.model.record import Validity
from publicity.project import Project, open_project
from publicity.rules.normative import NormativeRule
from publicity.view.makers import MAKERS
from publicity.view.review import ORDER, review_page
from publicity.view.site import SiteView

LATER = {"formed_on": "2025-03-01", "published_at": "2025-03-02 09:00", "effective_on": "2025-04-01"}


def project_of(folder: Path, today: date = TODAY, **written: dict[str, str]) -> Project:
    pages: dict[str, str] = documents({name[1:]: fields for name, fields in written.items()})
    return open_project(make_town(folder, {f"{FOLDER}index.md": page(layout="section")} | pages), today)


def told(project: Project, number: str) -> list[tuple[str, str, str, list[tuple[str, str]]]]:
    """The banners of 2024-000nn: from when, tone, words, links."""
    here = SiteView(project).here(f"{FOLDER}2024-000{number}.md")
    return [
        (one.begins, one.tone, one.words, [(words, ref.uri[-8:-3]) for words, ref in one.links])
        for one in here["banners"]
    ]


@pytest.mark.parametrize(
    ("older", "newer", "banner"),
    [
        ({}, {}, []),
        ({"expires_on": "2030-01-31"}, {}, [("2030-02-01", "stop", "本文件自2030年2月1日起已经失效，不再作为行政管理的依据。", [])]),
        ({"expires_on": "2026-10-31"}, {}, [("", "stop", "本文件自2026年11月1日起已经失效，不再作为行政管理的依据。", [])]),
        ({}, {"amends": "[2024-00001]"},
         [("", "wait", "本文件自2025年4月1日起已经修改，请同时看修改的内容。", [("修改它的文件：", "00002")])]),
        ({}, {"repeals": "[2024-00001]"},
         [("", "stop", "本文件自2025年4月1日起已经废止，不再作为行政管理的依据。", [("废止它的文件：", "00002")])]),
        ({"replaced_by": "2024-00002"}, {"repeals": "[2024-00001]"},
         [("", "stop", "本文件自2025年4月1日起已经废止，不再作为行政管理的依据。", [("取代它的文件：", "00002")])]),
        ({"effective_on": "待核定"}, {},
         [("", "wait", "本文件是否有效还没有核定，请先向制定机关核实，不要当作办事的依据。", [])]),
        ({"effective_on": "待核定", "validity": "expired"}, {}, [("", "stop", "本文件已经失效，不再作为行政管理的依据。", [])]),
    ],
)  # fmt: skip
def test_the_banner_says_what_holds_and_where_to_go(
    tmp_path: Path, older: dict[str, str], newer: dict[str, str], banner: list[Any]
) -> None:
    """None while in force; else since when, and the document that brought it about or took its place."""
    assert told(project_of(tmp_path, d01=older, d02=LATER | newer), "01") == banner


def test_the_page_has_its_history(tmp_path: Path) -> None:
    """What has not happened yet is marked as ahead; what has no day says so."""
    project = project_of(tmp_path, d01={"published_at": "待核定", "expires_on": "2026-12-31"})
    rows = SiteView(project).here(f"{FOLDER}2024-00001.md")["history"]

    assert [(row.day, row.step, row.ahead) for row in rows] == [
        ("2024年1月10日", "成文", False), ("2024年2月1日", "施行", False), ("2027年1月1日", "失效", True), ("", "发布", False),
    ]  # fmt: skip


def review(project: Project) -> dict[str, Any]:
    assert review_page in MAKERS
    (made,) = review_page(project)
    return made.data()


def dues(groups: Iterable[dict[str, Any]]) -> list[tuple[str, str, str]]:
    return [(group["title"], row.title[-2:], row.due) for group in groups for row in group["rows"]]


def test_the_review_list_stands_by_state(tmp_path: Path) -> None:
    """Every document once, in force first, with what is to be done; nothing is to be done about what has ended."""
    project = project_of(
        tmp_path,
        d01={"expires_on": "2026-12-31"},
        d02={"expires_on": "2025-12-31"},
        d03={"effective_on": "2027-01-01"},
        d04={"formed_on": "2018-01-10", "effective_on": "2018-02-01"},
        d05={"effective_on": "待核定"},
        d06={"reviews": "[{reviewed_on: 2025-06-01, outcome: keep}]"},
    )

    data = review(project)
    assert dues(data["groups"]) == [
        ("有效", "01", "有效期还有39天，到期前要决定继续、修改还是不再执行"),
        ("有效", "04", "没有写有效期，已经超过5年，应当清理（规则未核实）"),
        ("有效", "06", ""),
        ("尚未施行", "03", ""),
        ("效力待核定", "05", ""),
        ("失效", "02", ""),
    ]
    assert (data["total"], data["scripts"]) == (6, ["validity.js"])
    assert next(row for row in data["groups"][0]["rows"] if row.title[-2:] == "06").reviewed == "2025-06-01 继续有效"


def test_the_review_is_asked_for_once_somebody_knows_how_often(tmp_path: Path) -> None:
    """From the last review, else from taking effect; the rules' unknown lengths stay empty."""
    rule = NormativeRule.model_validate(
        {
            "id": "cycle",
            "concerns": "review",
            "subject": "清理",
            "length": 2,
            "unit": "years",
            "source": "甲",
            "verified": True,
        }
    )
    project = project_of(tmp_path, d01={}, d02={"reviews": "[{reviewed_on: 2025-06-01, outcome: keep}]"})
    known = replace(project, rules=replace(project.rules, normative=(rule,)))

    assert dues(review(known)["groups"]) == [("有效", "01", "应当在2026-02-01以前清理"), ("有效", "02", "")]
    assert [one["length"] for one in review(project)["periods"]] == ["2年", "5年", "", ""]
    assert not any(one["verified"] for one in review(project)["periods"])


def test_a_town_without_documents_has_an_empty_list(tmp_path: Path) -> None:
    """The page is there, and says that there is nothing; without a section for documents there is no page."""
    data = review(project_of(tmp_path / "a"))

    assert (data["groups"], data["total"], data["scripts"]) == ([], 0, [])
    assert list(review_page(open_project(make_town(tmp_path / "b", {"index.md": page()}), TODAY))) == []


@pytest.mark.parametrize("state", Validity)
def test_every_state_has_its_place_in_the_list(state: Validity) -> None:
    """No document can fall out of the list."""
    assert state in ORDER
