"""The register of laws, regulations and documents."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from publicity.errors import RulesError
from publicity.rules import load_rules
from publicity.rules.article_changes import load_article_changes
from publicity.rules.local_statutes import load_local_statutes
from publicity.rules.statutes import load_statutes

RULES = load_rules()
REGISTER = RULES.statutes


def test_a_statute_is_known_by_both_its_names() -> None:
    """Short title and full title lead to one entry."""
    assert REGISTER["城乡规划法"] is REGISTER["中华人民共和国城乡规划法"]
    assert REGISTER["城乡规划法"].articles == 70


@pytest.mark.parametrize(
    ("title", "day", "successor"),
    [("婚姻法", date(2021, 1, 1), "民法典"), ("环境保护法", date(2026, 8, 15), "生态环境法典")],
)
def test_a_repealed_statute_names_its_day_and_successor(title: str, day: date, successor: str) -> None:
    """The register says since when a law is gone, and where to look instead."""
    assert (REGISTER[title].repealed_on, REGISTER[title].repealed_by) == (day, successor)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("行政处罚法", "行政处罚法"),
        ("中华人民共和国行政处罚法", "行政处罚法"),
        ("行政处罚法（2021修订）", "行政处罚法"),
        ("行政处罚法(2021年修订)(现行)", "行政处罚法"),
        ("行政 处罚法", "行政处罚法"),
        ("中华人民共和国政府信息公开条例", "政府信息公开条例"),
        ("国办发〔2018〕118号", "关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见"),
        ("国办发[2018]118号", "关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见"),
        ("国办发【2018】第118号", "关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见"),
        ("国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知", "政府信息公开信息处理费管理办法"),
        ("法治政府建设与责任落实督察工作规定", "法治政府建设与责任落实督察工作规定"),
    ],
)
def test_other_ways_of_writing_a_title_are_resolved(written: str, title: str) -> None:
    """A version in brackets, 中华人民共和国, spaces, 〈〉, and any brackets in a number make no difference."""
    found = REGISTER.resolve(written)

    assert found is not None
    assert found.title == title


@pytest.mark.parametrize("title", ["", "行政法", "贵州省信访条例", "国办发〔2018〕119号", "关于做好工作的通知"])
def test_what_is_not_registered_is_not_resolved(title: str) -> None:
    """A title that merely ends like a known one is another title."""
    assert REGISTER.resolve(title) is None


def test_the_nearest_name_is_offered() -> None:
    """A slip of one character is recognised; what is like nothing has no nearest name."""
    assert REGISTER.nearest("城乡规划发") == "城乡规划法"
    assert REGISTER.nearest("老人与海") is None
    assert REGISTER.nearest("贵州省信访条例", 0.9) is None


def test_the_address_of_a_statute_hangs_on_its_title_alone() -> None:
    """Printed links must hold when articles or dates of the entry change; no two entries share an address."""
    statute = REGISTER["城乡规划法"]

    assert (statute.id, statute.uri) == ("d63709fa", "statutes/d63709fa/index.md")
    assert REGISTER.of_id(statute.id) is statute
    assert REGISTER.of_id("nowhere") is None
    assert len({one.id for one in REGISTER.statutes}) == len(REGISTER.statutes)


def test_only_laws_and_regulations_have_an_official_database() -> None:
    """The national database holds laws and administrative regulations, not what ministries and offices issue."""
    assert REGISTER["城乡规划法"].official == REGISTER["政府信息公开条例"].official == "https://flk.npc.gov.cn/"
    assert REGISTER["国办发〔2018〕118号"].official == ""


def test_an_entry_says_where_it_comes_from() -> None:
    """The CSV file by its day of checking, a local entry by its own source."""
    assert REGISTER["城乡规划法"].source == "data/statutes.csv（截至 2026-06-26）"
    assert REGISTER["法治政府建设与责任落实督察工作规定"].source.startswith("新华社")


def test_empty_cells_are_unknown(tmp_path: Path) -> None:
    """An empty number of articles is unknown, not zero."""
    path = tmp_path / "statutes.csv"
    head = "title,full_title,kind,adopted,last_changed,in_force_from,articles,repealed_on,repealed_by,as_of\n"
    path.write_text(head + "甲办法,,行政法规,,,,,,,2026-06-26\n", encoding="utf-8")
    register = load_statutes(path)

    assert list(register) == ["甲办法"]
    one = register["甲办法"]
    assert (one.articles, one.repealed_on, one.adopted, one.last_changed, one.in_force_from) == (None,) * 5


def test_local_entries_do_not_hide_the_register() -> None:
    """What data/statutes.csv holds is not registered a second time by hand."""
    csv_titles = {one.title for one in REGISTER.statutes if one.source.startswith("data/statutes.csv")}

    assert [entry.title for entry in RULES.local_statutes if entry.title in csv_titles] == []
    assert {entry.title for entry in RULES.local_statutes} <= {one.title for one in REGISTER.statutes}


LOCAL = "statutes:\n- {id: a, title: 甲办法, kind: 部门规章, as_of: 2026-01-01, source: 乙"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (LOCAL + "}\n- {id: b, title: 甲办法, kind: 部门规章, as_of: 2026-01-01, source: 乙}", ["甲办法", "不止一次"]),
        (LOCAL + ", number: '甲发[2020]1号'}", ["第1条（a）", "number"]),
        (LOCAL.replace("部门规章", "法律") + "}", ["第1条（a）", "kind"]),
        (LOCAL + ", articles: 0}", ["第1条（a）", "articles"]),
        (LOCAL.replace(", source: 乙", "") + "}", ["第1条（a）"]),
    ],
)
def test_a_bad_local_entry_is_refused_by_file_and_entry(tmp_path: Path, content: str, words: list[str]) -> None:
    """Twice the same name, half-width brackets, a kind that belongs in the CSV file, no articles, no source."""
    path = tmp_path / "local_statutes.yml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RulesError) as caught:
        load_local_statutes(path)

    assert all(word in str(caught.value) for word in ("data/local_statutes.yml", *words))


def test_moved_articles_stand_in_the_present_text() -> None:
    """Each names a registered statute and an article it has; nobody has read the old texts, so none is verified."""
    for change in RULES.article_changes:
        statute = REGISTER[change.statute]
        assert statute.articles is not None
        assert change.new <= statute.articles, change.id
        assert change.old != change.new, change.id
        assert not change.verified, change.id
        assert change.id.endswith(f"-{change.old}")


def test_a_moved_article_needs_words_to_know_it_by(tmp_path: Path) -> None:
    """Without them every citation of that number would be called wrong."""
    path = tmp_path / "article_changes.yml"
    entry = "{id: a, statute: 甲法, changed_on: 2021-01-01, old: 1, new: 2, about: 乙, words: [], source: 丙}"
    path.write_text(f"changes:\n- {entry}", encoding="utf-8")
    with pytest.raises(RulesError, match="words"):
        load_article_changes(path)
