"""What pages tell search engines of themselves: true, typed, and unable to leave its block."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import ORGAN, TODAY, make_town, page
from every_kind import ADDRESS, PAGES, every_kind

from publicity.project import open_project
from publicity.view.json_ld import json_ld
from publicity.view.site import SiteView

NAV: Any = [
    {"title": "首页", "uri": "index.md", "children": []},
    {"title": "主动公开", "uri": "disclosure/index.md", "children": []},
]


def view_of(config: Path) -> SiteView:
    view = SiteView(open_project(config, TODAY))
    view.set_nav(NAV)
    return view


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> SiteView:
    return view_of(every_kind(tmp_path_factory.mktemp("town")))


def things(view: SiteView, uri: str) -> dict[str, dict[str, Any]]:
    """By type, what the block of a page says."""
    text = view.here(uri)["json_ld"]
    value = json.loads(text) if text else {"@context": "https://schema.org", "@graph": []}

    assert value["@context"] == "https://schema.org"
    return {one["@type"]: one for one in value["@graph"]}


@pytest.mark.parametrize(
    ("uri", "kinds"),
    [
        ("index.md", {"GovernmentOrganization"}),
        ("report/2025-00001.md", {"Report", "BreadcrumbList"}),
        ("disclosure/normative/2024-00001.md", {"Legislation", "BreadcrumbList"}),
        ("enforcement/powers/2026-00004.md", {"GovernmentService", "BreadcrumbList"}),
        ("enforcement/procedures/2026-00005.md", {"GovernmentService", "BreadcrumbList"}),
        ("enforcement/results/2026-00007.md", {"BreadcrumbList"}),
        ("disclosure/2026/2026-00001.md", {"BreadcrumbList"}),
        ("open-data/index.md", {"BreadcrumbList"}),
        ("search/index.md", set()),
        ("staff/duties/index.md", set()),
    ],
)
def test_each_kind_of_page_says_what_it_is(view: SiteView, uri: str, kinds: set[str]) -> None:
    """Nothing on pages that no search engine may list."""
    assert set(things(view, uri)) == kinds


def test_a_document_says_whether_it_is_in_force(view: SiteView, tmp_path: Path) -> None:
    """In force, no longer, and nothing at all where nobody can tell."""
    folder = "disclosure/normative/"
    valid = things(view, f"{folder}2024-00001.md")["Legislation"]
    ended = things(view, f"{folder}2024-00003.md")["Legislation"]
    text = str(PAGES[f"{folder}2024-00001.md"]).replace("effective_on: 2024-02-01", "effective_on: 待核定")
    unsure = view_of(make_town(tmp_path, {f"{folder}2024-00001.md": text}))

    assert valid["legislationLegalForce"] == "InForce"
    assert valid["temporalCoverage"] == "2024-02-01/2026-12-31"
    assert (valid["legislationDate"], valid["datePublished"]) == ("2024-01-10", "2024-01-15")
    assert valid["url"] == f"{ADDRESS}disclosure/normative/2024-00001/"
    assert ended["legislationLegalForce"] == "NotInForce"
    assert "temporalCoverage" not in things(unsure, f"{folder}2024-00001.md")["Legislation"]
    assert "legislationLegalForce" not in things(unsure, f"{folder}2024-00001.md")["Legislation"]


def test_what_is_not_confirmed_says_so(view: SiteView) -> None:
    """A service gathered from national law is not yet the town's own word."""
    found = things(view, "enforcement/powers/2026-00004.md")["GovernmentService"]

    assert found["disambiguatingDescription"] == "根据公开法律整理，尚未经本机关核定"
    assert found["provider"] == {"@type": "GovernmentOrganization", "name": ORGAN}


@pytest.mark.parametrize(
    ("organ", "provider"),
    [("乡级或者县级人民政府", ORGAN), ("县级人民政府农业农村主管部门", "县级人民政府农业农村主管部门")],
)
def test_a_township_s_power_is_this_town_s(tmp_path: Path, organ: str, provider: str) -> None:
    """The law names a class of organs; a power that no township has stays with the class it is given to."""
    uri = "enforcement/powers/2026-00004.md"
    text = str(PAGES[uri]).replace("implementing_organ: 镇人民政府", f"implementing_organ: {organ}")
    found = things(view_of(make_town(tmp_path, {uri: text})), uri)["GovernmentService"]

    assert found["provider"]["name"] == provider


def test_the_organ_says_only_what_it_was_given(tmp_path: Path) -> None:
    """A telephone once there is one; no word stands for what nobody has given."""
    pages: dict[str, str | bytes] = {"index.md": page(layout="home"), "disclosure/index.md": page()}
    bare = things(view_of(make_town(tmp_path / "a", pages)), "index.md")["GovernmentOrganization"]
    contact = {"phone": "0854-12345", "address": "青石街1号"}
    full = things(view_of(every_kind(tmp_path / "b", pages, contact=contact)), "index.md")

    assert bare == {
        "@type": "GovernmentOrganization",
        "name": ORGAN,
        "areaServed": "青石镇",
        "parentOrganization": {"@type": "GovernmentOrganization", "name": "云岭县人民政府"},
    }
    assert full["GovernmentOrganization"]["telephone"] == "0854-12345"
    assert full["GovernmentOrganization"]["address"] == "青石街1号"
    assert full["GovernmentOrganization"]["url"] == ADDRESS


def test_the_way_to_a_page_is_in_full_addresses(view: SiteView) -> None:
    """From the home page over the section; the last step is the page itself."""
    steps = things(view, "disclosure/2026/2026-00001.md")["BreadcrumbList"]["itemListElement"]

    assert [(one["position"], one["item"].removeprefix(ADDRESS)) for one in steps] == [
        (1, ""), (2, "disclosure/"), (3, "disclosure/2026/2026-00001/"),
    ]  # fmt: skip


def test_without_an_address_nothing_names_one(tmp_path: Path) -> None:
    """No example address, so no way and no url."""
    view = view_of(every_kind(tmp_path, address="https://example.invalid/qingshi/"))

    assert set(things(view, "report/2025-00001.md")) == {"Report"}
    assert "invalid" not in view.here("report/2025-00001.md")["json_ld"]
    assert view.here("report/2025-00001.md")["permanent"] == {"uri": "i/2025-00001/", "address": "", "qr": ""}


def test_nothing_in_a_title_ends_the_block(tmp_path: Path) -> None:
    """Brackets, ampersands and line separators are escaped, and come back as they were."""
    text = PAGES["enforcement/powers/2026-00004.md"]
    project = open_project(make_town(tmp_path, {"enforcement/powers/2026-00004.md": text}), TODAY)
    (found,) = project.corpus.pages
    assert found.record is not None
    hostile = "</script><!--&\u2028"
    titled = replace(found, header=found.record.model_copy(update={"title": hostile}))  # no check lets it through

    block = json_ld(project, titled, [], "标题", found.uri)

    assert [sign for sign in "<>&\u2028" if sign in block] == []
    assert json.loads(block)["@graph"][0]["name"] == hostile


def test_a_record_has_a_permanent_address_with_its_code(view: SiteView) -> None:
    """What paper carries: the short address in full, and the same as a QR code."""
    found = view.here("disclosure/2026/2026-00001.md")["permanent"]

    assert (found["uri"], found["address"]) == ("i/2026-00001/", f"{ADDRESS}i/2026-00001/")
    assert found["qr"].startswith("<svg ")
    assert f"打开 {ADDRESS}i/2026-00001/" in found["qr"]
