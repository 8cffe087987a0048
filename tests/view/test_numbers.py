"""按流水号查, and 开放数据: lists that lead to every record and every file."""

from __future__ import annotations

import re
from pathlib import Path

import jinja2
from conftest import TODAY, make_town, record
from every_kind import GONE, SERIALS, every_kind
from whole import ROOT

from publicity.outputs.artefacts import artefacts_of, artefacts_one_by_one
from publicity.outputs.open_data_files import COLLECTIONS, MODELS
from publicity.project import open_project
from publicity.view.numbers import INDEX, PER_PAGE, number_pages
from publicity.view.open_data import open_data_page


def test_numbers_stand_in_order_page_by_page(tmp_path: Path) -> None:
    """By year, then as numbers and not as words; each page knows its place among the others."""
    serials = [f"2026-{n:05}" for n in range(1, PER_PAGE + 1)] + ["2025-1843313", "2025-00002"]
    pages = {f"disclosure/{one[:4]}/{one}.md": record(one) for one in serials}
    first, second = number_pages(open_project(make_town(tmp_path, pages), TODAY))
    rows, more = first.data()["rows"], second.data()["rows"]

    assert (first.uri, second.uri) == (INDEX, "i/page-2/index.md")
    assert [row["serial"] for row in rows[:3]] == ["2025-00002", "2025-1843313", "2026-00001"]
    assert (len(rows), [row["serial"] for row in more]) == (PER_PAGE, ["2026-00099", "2026-00100"])
    assert second.data()["place"] == {"number": 2, "pages": [first.uri, second.uri], "total": len(serials)}
    assert (second.title, first.hidden) == ("按流水号查（第2页）", True)


def test_a_page_leads_to_its_neighbours_and_the_ends_only() -> None:
    """However many there are: of a hundred thousand records no page carries a thousand links."""
    env = jinja2.Environment(loader=jinja2.FileSystemLoader(ROOT / "overrides"))
    env.filters["to"] = str
    pages = [f"i/page-{number}/" for number in range(1, 1001)]
    html = env.get_template("partials/pager.html").render(listing={"number": 500, "pages": pages})

    assert re.findall(r'href="i/page-(\d+)/"', html) == ["499", "1", "498", "499", "500", "501", "502", "1000", "501"]
    assert "partials/pager.html" in (ROOT / "overrides" / "kinds" / "numbers.html").read_text(encoding="utf-8")


def test_a_number_on_paper_is_found_by_any_of_its_forms(tmp_path: Path) -> None:
    """The index number in full and the document's number stand beside the serial; those of a withdrawn decision do not."""
    text = record(index_number="000014349/2026-00001", document_number="青府发〔2026〕3号")
    (page,) = number_pages(open_project(make_town(tmp_path / "a", {"disclosure/2026/2026-00001.md": text}), TODAY))
    (all_kinds,) = number_pages(open_project(every_kind(tmp_path / "b"), TODAY))

    assert page.data()["rows"][0]["numbers"] == "000014349/2026-00001　青府发〔2026〕3号"
    rows = {row["serial"]: row for row in all_kinds.data()["rows"]}
    assert set(rows) == SERIALS
    assert [word for word in GONE if word in str(rows["2026-00007"])] == []


def test_a_town_without_records_has_the_page(tmp_path: Path) -> None:
    """The address is there from the first day."""
    (page,) = number_pages(open_project(make_town(tmp_path, {}), TODAY))

    assert page.data()["rows"] == []


def test_the_page_of_open_data_leads_to_every_file(tmp_path: Path) -> None:
    """And says how many records are in it; every field of every kind has a line."""
    project = open_project(every_kind(tmp_path), TODAY)
    made = {one.uri: one for one in (*artefacts_of(project).values(), *artefacts_one_by_one(project))}
    (page,) = open_data_page(project)
    data = page.data()

    links = [link for row in data["rows"] for link in row["links"]]
    assert {link["uri"] for link in links} == set(COLLECTIONS)
    assert set(COLLECTIONS) == {uri for uri in made if uri.startswith(("api/v1/records.", "api/v1/kinds/"))}
    assert data["openapi"] in made
    assert data["catalog"] in made
    assert data["rows"][0]["count"] == len(SERIALS) == sum(row["count"] for row in data["rows"][1:])
    named = {row["name"] for group in data["groups"] for row in group["rows"]}
    assert {name for model in MODELS.values() for name in model.model_fields} <= named
    means = {row["name"]: row["means"] for group in data["groups"] for row in group["rows"]}
    assert "natural_person 自然人" in means["party_kind"]
    assert "statute 法律法规名称" in means["legal_bases"]
