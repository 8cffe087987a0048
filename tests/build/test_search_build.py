"""What a whole site puts into its search index: every public page as its reader sees it, and nothing else."""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import ORGAN, page, power, record
from docx import Document
from normative import document
from personal import IDENTITY
from whole import ROOT, make_site, run_cli, run_module, tree

from publicity.build.search import index_site
from publicity.content.corpus import url_of
from publicity.outputs.search_assets import render_search_assets
from publicity.project import open_project, withhold
from publicity.view.site import SiteView

TODAY = "2026-11-22"
# A character that stands only where no reader sees it.
UNSEEN = "魑"
RESULT = """---
kind: enforcement_result
title: 对某砂场的处罚{title}
serial: {serial}
result_kind: penalty
decision_number: {number}
decided_on: 2026-03-02
published_at: 2026-03-03 09:00
party_kind: legal_person
party_name: 某砂场
facts: 未经批准堆放砂石{title}
legal_bases:
  - {{statute: 城乡规划法, article: 65}}
outcome: 责令改正{title}
deciding_organ: 镇人民政府
{more}---

正文{title}。
"""
WITHDRAWAL = "withdrawal: {withdrawn_on: 2026-04-01, reason: 复议撤销}\n"
RECORDS = "disclosure/2026/"


def word_file() -> bytes:
    """A document as a clerk leaves it: text, a table, a footer, and properties that nobody sees."""
    made, stream = Document(), io.BytesIO()
    made.core_properties.author = made.core_properties.comments = f"{UNSEEN}某"
    made.add_paragraph("低保对象名单公示如下。")
    table = made.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "甲村", "十二户"
    made.sections[0].footer.paragraphs[0].text = "镇民政办"
    made.save(stream)
    return stream.getvalue()


PAGES: Mapping[str, str | bytes] = {
    "index.md": page("欢迎来到青石镇。\n", title="首页", layout="home"),
    "guide/index.md": page("先打电话问。\n\n- [目录](catalogue.md)：都在这里\n", title="公开指南"),
    "guide/catalogue.md": page(title="信息公开目录", layout="catalogue"),
    "guide/about.md": page(title="关于本站"),
    "disclosure/index.md": page("这里公开。\n", title="法定主动公开内容", layout="categories"),
    "disclosure/normative/index.md": page(title="规范性文件", layout="section"),
    "enforcement/results/index.md": page(title="执法结果", layout="section"),
    f"{RECORDS}2026-00001.md": record(
        title="关于低保名单的公示",
        index_number="000014349/2026-00001",
        document_number="青府发〔2026〕3号",
        summary="名单上有哪些人家",
        attachments="[{file: a.docx, title: 低保名单}]",
        body="## 说明\n\n共**十二户**，\n见[附表](b.txt)和[同一张](b.txt#x)。\n\n| 村 | 户数 |\n| --- | --- |\n| 甲村 | 十二 |\n",
    ),
    f"{RECORDS}a.docx": word_file(),
    f"{RECORDS}b.txt": "附表第一行\n附表第二行\n",
    f"{RECORDS}unlinked.txt": f"{UNSEEN}没有人给出的文件\n",
    "disclosure/normative/2024-00001.md": document("2024-00001", effective_on="2026-12-01"),
    "enforcement/powers/2026-00007.md": power("2026-00007", "责令停止建设", "土地管理法"),
    "enforcement/results/2026-00002.md": RESULT.format(serial="2026-00002", number="青罚字1号", title="", more=""),
    "enforcement/results/2026-00003.md": RESULT.format(
        serial="2026-00003", number=f"{UNSEEN}罚字2号", title=UNSEEN, more=WITHDRAWAL
    ),
}

Site = Mapping[str, bytes]
Found = Mapping[str, dict[str, Any]]


def built(folder: Path, pages: Mapping[str, str | bytes] = PAGES, seed: str = "0", per_page: int = 50) -> Site:
    config = make_site(folder, pages, per_page=per_page)
    done = run_cli("build", "-f", config, "--site-dir", folder / "site", "--today", TODAY, env={"PYTHONHASHSEED": seed})
    assert done.returncode == 0, done.stdout + done.stderr
    return tree(folder / "site")


def index_of(site: Site) -> Site:
    return {name: data for name, data in site.items() if name.startswith("search/") and not name.endswith(".html")}


def documents_of(site: Site) -> Found:
    """By address: what the first passage says, with the blocks of all in ``b``, of attachments by address in ``a``."""
    places = (re.fullmatch(r"search/(\w+/t/\d+)/(\d+)\.txt", name) for name in site)
    found: dict[str, dict[str, Any]] = {}
    for place in sorted(filter(None, places), key=lambda one: (one[1], int(one[2]))):
        passage = json.loads(site[place[0]])
        attached, blocks = passage.pop("a", []), passage.pop("b", [])
        known = found.setdefault(passage["u"], passage | {"b": [], "a": {}})
        bounds = [*attached, [len(blocks), "", ""]]
        known["b"] += blocks[: bounds[0][0]]
        for (start, address, title), (end, _, _) in pairwise(bounds):
            known["a"].setdefault((address, title), []).extend(blocks[start:end])
    return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built(tmp_path_factory.mktemp("town"))


@pytest.fixture(scope="module")
def found(site: Site) -> Found:
    return documents_of(site)


def test_a_record_is_known_by_what_its_page_says(found: Found) -> None:
    """Title, numbers, day of publication, kind, category and organ, as the page and the listings show them."""
    one = found[f"{RECORDS}2026-00001/"]

    assert {name: value for name, value in one.items() if name not in "ab"} == {
        "u": f"{RECORDS}2026-00001/",
        "t": "关于低保名单的公示",
        "n": ["000014349/2026-00001", "青府发〔2026〕3号"],
        "d": "2026-04-02",
        "k": "主动公开",
        "c": "其他应当主动公开的信息",
        "o": ORGAN,
    }


def test_the_blocks_of_a_record_are_those_of_its_page(found: Found) -> None:
    """In reading order: header table, then the text with its cells; the title only once."""
    blocks = found[f"{RECORDS}2026-00001/"]["b"]
    text = ["说明", "共十二户，见附表和同一张。", "村", "户数", "甲村", "十二"]
    start = blocks.index("说明")

    assert blocks[:3] == ["文件信息", "索引号", "000014349/2026-00001"]
    assert blocks[start : start + len(text)] == text
    assert "关于低保名单的公示" not in blocks
    assert blocks[-1] == "名单上有哪些人家"  # which stands in the lists that lead to the page


def test_the_text_of_offered_attachments_is_apart(found: Found) -> None:
    """Each file once, under the words of its link, with what stands on its pages."""
    assert found[f"{RECORDS}2026-00001/"]["a"] == {
        (f"{RECORDS}b.txt", "附表"): ["附表第一行", "附表第二行"],
        (f"{RECORDS}a.docx", "低保名单"): ["低保对象名单公示如下。", "甲村", "十二户", "镇民政办"],
    }


def test_kinds_states_and_days_of_other_records(found: Found) -> None:
    """A computed state, a power that nobody has dated, the number of a decision."""
    normative = found["disclosure/normative/2024-00001/"]
    assert (normative["k"], normative["v"], normative["d"]) == ("规范性文件", "尚未施行", "2024-01-15")
    power_page = found["enforcement/powers/2026-00007/"]
    assert (power_page["k"], power_page["w"], "d" in power_page) == ("其他行政权力", 1, False)
    assert found["enforcement/results/2026-00002/"]["n"] == ["青罚字1号"]


def test_of_a_withdrawn_decision_only_the_notice_is_found(found: Found) -> None:
    """Neither its number nor its parties, nor anything else that went with it."""
    one = found["enforcement/results/2026-00003/"]

    assert (one["t"], one["d"], "n" in one) == ("执法结果（2026-00003，已撤下）", "2026-03-03", False)
    assert one["b"] == ["本信息已于 2026-04-01 撤下。原因：复议撤销"]


def test_written_pages_stand_before_others_and_keep_their_text(found: Found) -> None:
    """A written list is text; the weight is that of data/search.yml."""
    guide = found["guide/"]

    assert (guide["t"], guide["k"], guide["w"]) == ("公开指南", "栏目和指南", 3)
    assert guide["b"][-2:] == ["先打电话问。", "目录：都在这里"]
    assert found[""]["t"] == f"{ORGAN}信息公开"
    assert "欢迎来到青石镇。" in found[""]["b"]


def test_listings_say_what_is_theirs_and_no_rows(found: Found) -> None:
    """A category says what it holds; titles of records stand on their own pages only, and on those that relate to them."""
    listing = found["disclosure/category/20-15/"]
    holders = [address for address, one in found.items() if "关于低保名单的公示" in "".join([one["t"], *one["b"]])]

    assert (listing["k"], listing["b"][:2]) == ("目录和清单", ["这一类公开什么", "公开内容"])
    assert holders == [f"{RECORDS}2026-00001/"]


def test_further_pages_of_a_listing_are_left_out(tmp_path: Path) -> None:
    """They would be found by the title of the first one, before every document."""
    more = {f"{RECORDS}2026-0001{number}.md": record(f"2026-0001{number}") for number in range(5)}
    site = built(tmp_path, {**PAGES, **more}, per_page=5)

    assert "guide/catalogue/page-2/index.html" in site
    assert [address for address in documents_of(site) if "/page-" in address] == []
    assert "guide/catalogue/" in documents_of(site)


def test_every_public_page_is_in_the_index_and_no_other(site: Site, found: Found) -> None:
    """Not staff's, not the error page, not the search page."""
    public = {
        name.removesuffix("index.html")
        for name, data in site.items()
        if name.endswith("index.html") and b'name="robots"' not in data
    }

    assert set(found) == public
    assert "search/" not in found
    assert not any(address.startswith("staff/") for address in found)


def test_nothing_that_no_reader_sees_is_in_any_file(site: Site) -> None:
    """Front matter that no page shows, properties of files, files that no page offers, what was withdrawn; no frame."""
    index = index_of(site)

    assert len(index) > 10
    assert [name for name, data in index.items() if UNSEEN in data.decode()] == []
    frame = ("主办：", "跳到正文", "主导航", "上一页")
    assert [name for name, data in index.items() if any(words in data.decode() for words in frame)] == []


def test_a_removed_page_leaves_no_trace(tmp_path: Path) -> None:
    """After the next build no file of the index holds its address or a character that only it had."""
    gone = f"{RECORDS}2026-00009.md"
    rare = record("2026-00009", title="关于犇某的公示")
    with_it = index_of(built(tmp_path / "a", {**PAGES, gone: rare}))
    shutil.rmtree(tmp_path / "a" / "docs" / RECORDS)
    without = index_of(built(tmp_path / "a"))

    assert [name for name, data in with_it.items() if "犇" in data.decode()] != []
    assert [name for name, data in without.items() if "犇" in data.decode() or "2026-00009" in data.decode()] == []


def test_a_preview_indexes_nothing_that_it_withholds(tmp_path: Path) -> None:
    """An attachment with somebody's number in it, and a page whose front matter blocks, though the site has both."""
    bad = {f"{RECORDS}b.txt": f"附表\n{IDENTITY}\n", f"{RECORDS}2026-00009.md": record("2026-00009", formed_on=UNSEEN)}
    project = withhold(open_project(make_site(tmp_path, {**PAGES, **bad}), date(2026, 11, 22)))
    view = SiteView(project)
    for uri in (*project.corpus.by_uri, *view.generated_uris()):
        written = tmp_path / "site" / url_of(uri) / "index.html"
        written.parent.mkdir(parents=True, exist_ok=True)
        written.write_text(f'<div id="content"><h1>题</h1><a href="/{RECORDS}b.txt">附表</a></div>', encoding="utf-8")

    index_site(tmp_path / "site", project, view)
    index_site(tmp_path / "site", project, view)  # as a preview does after every change

    found = documents_of(tree(tmp_path / "site"))
    assert f"{RECORDS}2026-00001/" in found
    assert f"{RECORDS}2026-00009/" not in found
    assert [one["a"] for one in found.values() if one["a"]] == []


def test_two_builds_give_the_same_bytes(site: Site, tmp_path: Path) -> None:
    """In another folder, with another order of hashes."""
    assert index_of(built(tmp_path / "deeper" / "b", seed="4711")) == index_of(site)


def test_mkdocs_alone_writes_the_same_index(site: Site, tmp_path: Path) -> None:
    """The event does it, whoever builds."""
    config = make_site(tmp_path, PAGES)

    done = run_module("mkdocs", "build", "--strict", "-f", config, "-d", tmp_path / "site")

    assert done.returncode == 0, done.stderr
    assert index_of(tree(tmp_path / "site")) == index_of(site)


def test_the_index_disturbs_no_other_part_of_the_site(site: Site, tmp_path: Path) -> None:
    """The search page stays, the sitemap knows nothing of it, and text that looks like a link is none."""
    text = record("2026-00008", body="路径 `file:///nowhere/gone.html` 和 `[甲](gone.html)`。\n")

    assert "search/index.html" in site
    assert "search/manifest.json" in site
    assert b"/search/" not in site["sitemap.xml"]
    assert "search/manifest.json" in built(tmp_path, {**PAGES, f"{RECORDS}2026-00008.md": text})


def test_scripts_and_style_are_published_as_they_are_made(site: Site) -> None:
    """Joined and small; the parts that they are written in are not beside them."""
    parts = re.compile("assets/[0-9a-f]{8}/search/(.+)")
    published = {found[1]: text.decode() for name, text in site.items() if (found := parts.fullmatch(name))}

    assert published == render_search_assets(ROOT / "overrides" / "assets" / "search")
