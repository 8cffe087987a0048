"""规则与依据: every rule of every file of data/ stands on a page, without anybody listing them here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import yaml
from conftest import TODAY, make_town

from publicity.project import Project, open_project
from publicity.rules import DATA_DIR, load_rules
from publicity.rules.allowed import Allowed, AllowedList
from publicity.rules.entries import Entry
from publicity.rules.every import every_rule
from publicity.view.rule_words import words_of
from publicity.view.rules_pages import INDEX, rules_pages, uri_of

RULES = load_rules()
# What is told in numbers only, on the index.
COUNTED = ("allowed_personal_info.yml", "statutes.csv", "workdays")
# What rests on no law: the order of search results, and which characters are read as others.
FREE = ("search.yml", "traditional.txt")
FILES = sorted(path.name for path in DATA_DIR.iterdir() if path.name not in COUNTED + FREE)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return open_project(make_town(tmp_path_factory.mktemp("town"), {}), TODAY)


@pytest.fixture(scope="module")
def pages(project: Project) -> dict[str, dict[str, Any]]:
    return {page.uri: page.data() for page in rules_pages(project)}


def entries_in(name: str) -> Iterator[str]:
    """The ids of a file as they are typed, read without the project's own loaders."""
    document = yaml.safe_load((DATA_DIR / name).read_text(encoding="utf-8"))
    for listed in document.values():
        yield from (entry["id"] for entry in listed)


@pytest.mark.parametrize("name", FILES)
def test_every_entry_of_every_file_stands_on_its_page(name: str, pages: dict[str, dict[str, Any]]) -> None:
    """A new file, or a new list in a file, fails here until rules/every.py names it."""
    shown = pages[uri_of(f"data/{name}")]

    assert [row["id"] for row in shown["rows"]] == list(entries_in(name))
    assert len({row["anchor"] for row in shown["rows"]}) == len(shown["rows"])
    assert shown["number"] == shown["verified"] + shown["unverified"] == len(shown["rows"])


@pytest.mark.parametrize("kind", sorted({type(kept.rule) for kept in every_rule(RULES)} - {Entry}, key=str))
def test_every_kind_of_rule_has_words_of_its_own(kind: type[Entry]) -> None:
    """A new class of rules fails here until rule_words.py says what it says."""
    assert words_of.dispatch(kind) is not words_of.dispatch(Entry)


def test_every_row_says_something_and_names_its_source(pages: dict[str, dict[str, Any]]) -> None:
    """No blank words, no blank source, no Python left in a sentence."""
    rows = [row for data in pages.values() for row in data.get("rows", ())]

    assert len(rows) == len(list(every_rule(RULES)))
    assert [row["id"] for row in rows if not row["says"] or not row["cited"] or not row["name"]] == []
    assert [row["id"] for row in rows if "None" in row["says"] or "<" in row["says"]] == []


def test_the_index_names_every_file_and_links_to_its_page(pages: dict[str, dict[str, Any]]) -> None:
    """In the order of the files, with how many rules have been read."""
    files = pages[INDEX]["files"]

    assert sorted(one["path"] for one in files) == [f"data/{name}" for name in FILES]
    assert {one["uri"] for one in files} | {INDEX} == set(pages)


def test_the_register_and_the_calendar_are_told_in_numbers(pages: dict[str, dict[str, Any]]) -> None:
    """As the files have them."""
    lines = (DATA_DIR / "statutes.csv").read_text(encoding="utf-8").splitlines()
    register = pages[INDEX]["register"]

    assert register["number"] == len(lines) - 1 == sum(one["number"] for one in register["kinds"])
    assert register["as_of"][-1] >= "2026-06-26"
    assert pages[INDEX]["years"] == {"first": 2004, "last": 2026}


def test_exemptions_are_only_counted(project: Project) -> None:
    """What was let out, and for whom, is no business of the public."""
    entries = [
        Allowed(
            id=f"flood-duty-{year}", file="docs/a.md", rule="mobile", masked="138******78", reason="值班", source="同意",
            approved_by="办公室", until=TODAY.replace(year=year),
        )
        for year in (2025, 2026)
    ]  # fmt: skip
    changed = replace(project, rules=replace(project.rules, allowed=AllowedList(tuple(entries))))
    data = [page.data() for page in rules_pages(changed)]

    assert data[0]["allowed"] == {"number": 2, "current": 1}
    assert "flood-duty" not in str(data)


def test_wrong_words_are_not_spelled_out(pages: dict[str, dict[str, Any]]) -> None:
    """A public page that lists grave mistakes would be found with every one of them."""
    rows = pages[uri_of("data/wording.yml")]["rows"]
    wrong = [word for entry in RULES.wording.pairs if entry.serious for word in entry.pairs]
    text = str(rows)

    assert wrong
    assert [word for word in wrong if word in text] == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("rule-of-law-report-public", "每年4月1日之前"),
        ("application-reply", "从“收到申请”的第二天算起"),
        ("hearing-notice", "从“举行听证”那天往前数"),
        ("guide-and-catalogue", "在“指南、目录的内容变化”以后"),
        ("constitution-day", "每年12月4日"),
        ("disabled-persons-day", "每年5月的第3个星期日"),
        ("20.15", "公开时限"),
        ("penalty-18", "《行政处罚法》原第18条（委托处罚），从2021年7月15日起是第20条"),
    ],
)
def test_a_rule_says_what_it_says(name: str, words: str) -> None:
    """One of each sort, by hand."""
    assert words in next(words_of(kept.rule) for kept in every_rule(RULES) if kept.rule.id == name)
