"""mkdocs.yml as the house reads it, and every way it can be wrong."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import COLUMN, TODAY, TOWN, make_town
from places import place

from publicity.errors import SettingsError
from publicity.project import open_project
from publicity.settings import load_settings, parse_town


def refusal(values: dict[str, Any]) -> str:
    with pytest.raises(SettingsError) as caught:
        parse_town(values, "mkdocs.yml")
    return str(caught.value)


def test_paths_are_made_absolute_from_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """docs_dir and site_dir hang on mkdocs.yml, not on where the command was started."""
    config = make_town(tmp_path / "town", {})
    monkeypatch.chdir(tmp_path)
    settings = load_settings(Path("town/mkdocs.yml"))

    assert settings.config_file == config
    assert settings.docs_dir == tmp_path / "town" / "docs"
    assert settings.site_dir == tmp_path / "town" / "site"
    assert settings.shown(settings.docs_dir / "guide" / "a.md") == "docs/guide/a.md"
    assert settings.shown(Path("/elsewhere/a.md")) == "/elsewhere/a.md"
    assert settings.shown(settings.docs_dir / "甲\u202e\x1b\udce9.md") == "docs/甲\\u202e\\x1b\\udce9.md"


def test_what_the_town_has_not_given_is_unset() -> None:
    """Portal, contact, organ code and phones need not be given."""
    town = parse_town(TOWN, "mkdocs.yml")

    assert set(town.portal.model_dump().values()) == {None}
    assert set(town.contact.model_dump().values()) == {None}
    assert (town.organ_code, town.office_phones, town.local_days, town.per_page) == (None, (), (), 50)


@pytest.mark.parametrize(
    ("uri", "name"),
    [
        ("index.md", "首页"),
        ("guide/index.md", "指南"),
        ("guide/apply.md", "依申请公开"),
        ("guide/apply.md.md", "指南"),
        ("report/a.md", "首页"),
    ],
)
def test_a_page_belongs_to_the_column_with_the_longest_path(uri: str, name: str) -> None:
    """The most particular column wins, and the home page's takes the rest."""
    columns = [
        COLUMN,
        COLUMN | {"path": "guide/", "name": "指南"},
        COLUMN | {"path": "guide/apply.md", "name": "依申请公开"},
    ]

    assert parse_town(TOWN | {"columns": columns}, "mkdocs.yml").column_of(uri).name == name


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"twon": "青石镇"}, ["extra.publicity.twon", "不认识", "“town”"]),
        ({"portal": {"icp": "x"}}, ["extra.publicity.portal.icp", "不认识"]),
        ({"portal": {"url": "javascript:alert(1)"}}, ["extra.publicity.portal.url", "门户网址", "https://"]),
        ({"portal": {"url": "//example.invalid/"}}, ["extra.publicity.portal.url", "https://"]),
        ({"portal": {"url": "https://www.gov.cn@example.invalid/"}}, ["extra.publicity.portal.url", "https://"]),
        ({"portal": {"url": "https://example.invalid/\u202e"}}, ["extra.publicity.portal.url", "\\u202e"]),
        ({"\x1b[31m": "x"}, ["extra.publicity.\\x1b[31m", "“\\x1b[31m”"]),
        ({"contact": {"tel": "x"}}, ["extra.publicity.contact.tel", "不认识"]),
        ({"contact": {"联系电话": "x"}}, ["extra.publicity.contact.联系电话", "“phone”"]),
        ({"town": None}, ["extra.publicity.town", "乡镇名称", "空的"]),
        ({"town": ""}, ["extra.publicity.town", "至少1个字"]),
        ({"town": 7}, ["extra.publicity.town", "一段文字"]),
        ({"organ_code": "000014349X"}, ["extra.publicity.organ_code", "000014349X"]),
        ({"organ_code": 123456789}, ["extra.publicity.organ_code", "一段文字"]),
        ({"columns": []}, ["extra.publicity.columns", "至少 1 项"]),
        ({"columns": "首页"}, ["extra.publicity.columns", "一个列表"]),
        ({"columns": [{"path": ""}]}, ["extra.publicity.columns.0.name", "缺少必填字段", "栏目名称"]),
        ({"columns": [COLUMN | {"column_type": "首夜"}]}, ["extra.publicity.columns.0.column_type", "首页"]),
        ({"columns": [COLUMN | {"path": "guide"}]}, ["extra.publicity.columns.0.path", "以 / 结尾"]),
        ({"per_page": 4}, ["extra.publicity.per_page", "不小于 5"]),
        ({"per_page": 201}, ["extra.publicity.per_page", "不大于 200"]),
        ({"per_page": "多"}, ["extra.publicity.per_page", "一个整数"]),
        ({"local_days": [{"name": "赶场", "month_day": "13-01"}]}, ["extra.publicity.local_days.0.month_day", "13-01"]),
        ({"local_days": [{"name": "赶场", "month_day": "02-30"}]}, ["extra.publicity.local_days.0.month_day", "02-30"]),
        ({"local_days": [{"name": "赶场", "month_day": "04-31"}]}, ["extra.publicity.local_days.0.month_day", "04-31"]),
        ({"local_days": [{"month_day": "01-01"}]}, ["extra.publicity.local_days.0.name", "缺少必填字段"]),
        ({"office_phones": "0854-0000000"}, ["extra.publicity.office_phones", "一个列表"]),
        ({"masks": "######********####"}, ["extra.publicity.masks", "一个列表"]),
        ({"masks": ["######*******#####"]}, ["extra.publicity.masks.0", "第7至14位（出生日期）"]),
        ({"masks": ["#######*******####"]}, ["extra.publicity.masks.0", "第7至14位（出生日期）"]),
        ({"masks": ["######********####", "####***####"]}, ["extra.publicity.masks.1", "手机号中间四位"]),
        ({"masks": ["###########"]}, ["extra.publicity.masks.0", "手机号中间四位"]),
        ({"masks": ["######****####"]}, ["extra.publicity.masks.0", "######****####"]),
        ({"masks": ["522732********####"]}, ["extra.publicity.masks.0", "522732********####"]),
        ({"masks": ["13812345678"]}, ["extra.publicity.masks.0", "138***"]),
        ({"masks": [3]}, ["extra.publicity.masks.0", "一段文字"]),
    ],
)
def test_a_wrong_setting_is_named_with_its_cure(change: dict[str, Any], words: list[str]) -> None:
    """Unknown keys and wrong values are errors that give the whole way to the setting."""
    message = refusal(TOWN | change)

    assert message.startswith("mkdocs.yml 的设置有误")
    assert [word for word in words if word not in message] == []


@pytest.mark.parametrize("url", ["https://example.invalid", "http://example.invalid:8080/a/?b=c#d"])
def test_a_portal_is_an_address_that_a_browser_opens(url: str) -> None:
    """The footer of every page links to it."""
    assert parse_town(TOWN | {"portal": {"url": url}}, "mkdocs.yml").portal.url == url


@pytest.mark.parametrize(
    "masks",
    [
        (),
        ("######********####",),
        ("##************####", "###****####"),
        ("******************", "***********"),
        ("#######****",),
        ("######********####", "##****************"),
    ],
)
def test_masks_that_hide_enough_are_accepted(masks: tuple[str, ...]) -> None:
    """The whole birth date of an identity number, four digits of a telephone; a town may allow none at all."""
    assert parse_town(TOWN | {"masks": list(masks)}, "mkdocs.yml").masks == masks


def test_masks_not_given_are_the_usual_ones() -> None:
    """Six and four of an identity number, three and four of a mobile."""
    assert parse_town(TOWN, "mkdocs.yml").masks == ("######********####", "###****####")


@pytest.mark.parametrize("name", ["town", "county", "organ", "columns"])
def test_what_every_town_must_give_is_asked_for(name: str) -> None:
    """A missing required setting is named."""
    message = refusal({key: value for key, value in TOWN.items() if key != name})

    assert f"extra.publicity.{name}：缺少必填字段" in message


def test_all_wrong_settings_are_said_at_once() -> None:
    """One run shows everything that is to be mended."""
    assert len(refusal(TOWN | {"town": "", "county": 1, "x": 2}).splitlines()) == 4


def test_tags_of_mkdocs_are_stepped_over(tmp_path: Path) -> None:
    """!ENV and !!python tags of mkdocs.yml are MkDocs' business and run nothing here."""
    config = make_town(tmp_path, {})
    extra = "\nsite_url: !ENV [X, y]\nslug: !!python/object/apply:os.abort []\nname: !!python/name:os.abort\n"
    config.write_text(config.read_text(encoding="utf-8") + extra, encoding="utf-8")

    assert load_settings(config).site_name == "青石镇信息公开"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"site_name: x\n", "没有 extra.publicity"),
        (b"extra: 3\n", "没有 extra.publicity"),
        (b"extra:\n  publicity: []\n", "没有 extra.publicity"),
        (b"- a\n", "不是一份 mkdocs.yml"),
        (b"", "不是一份 mkdocs.yml"),
        (b"a: [b\n", "mkdocs.yml:2 的格式读不懂"),
        ("a: 公告".encode("gbk"), "读不出来"),
    ],
)
def test_a_file_that_is_no_configuration_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    """Broken YAML, another encoding or another document is one Chinese sentence naming the file."""
    config = tmp_path / "mkdocs.yml"
    config.write_bytes(content)
    with pytest.raises(SettingsError, match=re.escape(words)) as caught:
        load_settings(config)

    assert "mkdocs.yml" in str(caught.value)


@pytest.mark.parametrize("values", [{"docs_dir": 3}, {"docs_dir": ["docs"]}, {"site_dir": {"a": "b"}}])
def test_folders_that_are_not_text_are_refused(tmp_path: Path, values: dict[str, Any]) -> None:
    """docs_dir and site_dir are paths."""
    config = tmp_path / "mkdocs.yml"
    config.write_text(yaml.safe_dump({"extra": {"publicity": TOWN}} | values, allow_unicode=True), encoding="utf-8")
    with pytest.raises(SettingsError, match=next(iter(values))):
        load_settings(config)


def test_a_missing_file_says_where_to_run(tmp_path: Path) -> None:
    """Started in the wrong folder, the command says so."""
    with pytest.raises(SettingsError, match="用 -f 指明"):
        load_settings(tmp_path / "mkdocs.yml")


def test_a_missing_content_folder_is_said(tmp_path: Path) -> None:
    """No docs/ is a setting to mend, not a traceback."""
    config = make_town(tmp_path, {})
    (tmp_path / "docs").rmdir()
    with pytest.raises(SettingsError, match="找不到内容文件夹 docs"):
        open_project(config, TODAY)


def test_appeals_go_to_the_county_unless_said_otherwise() -> None:
    """行政复议法 art. 24: the government one level up hears them."""
    given = {key: value for key, value in TOWN.items() if key != "superior"}

    assert parse_town(given, "mkdocs.yml").review_organ == "云岭县人民政府"
    assert parse_town(given | {"superior": "云岭市人民政府"}, "mkdocs.yml").review_organ == "云岭市人民政府"


def test_a_nav_entry_without_a_page_is_named(tmp_path: Path) -> None:
    """Told before anything is built, with every missing page."""
    config = make_town(tmp_path, {"index.md": "甲"})
    nav = "nav: [{首页: index.md}, {公开: [{指南: guide/index.md}, {门户: 'https://example.invalid/'}]}]\n"
    config.write_text(config.read_text(encoding="utf-8") + nav, encoding="utf-8")

    with pytest.raises(SettingsError, match=r"guide/index\.md"):
        load_settings(config)


OWNERS = {
    "": "党政办",
    "enforcement/": "执法办",
    "enforcement/results/": "司法所",
    "guide/apply.md": "窗口",
    "data/": "法制员",
}


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("index.md", "党政办"),
        ("enforcement/powers/a.md", "执法办"),
        ("enforcement/results/a.md", "司法所"),
        ("guide/apply.md", "窗口"),
        ("guide/apply.md.md", "党政办"),
        ("data/deadlines.yml", "法制员"),
    ],
)
def test_the_innermost_owner_answers_for_a_path(path: str, owner: str) -> None:
    """The longest path that holds it; with no owners, nobody."""
    assert parse_town(TOWN | {"owners": OWNERS}, "mkdocs.yml").owner_of(path) == owner
    assert parse_town(TOWN, "mkdocs.yml").owner_of(path) == ""


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"owners": ["党政办"]}, ["extra.publicity.owners", "责任岗位"]),
        ({"owners": {"/etc/": "甲"}}, ["extra.publicity.owners", "“/etc/”", "以 / 结尾"]),
        ({"owners": {"enforcement": "甲"}}, ["extra.publicity.owners", "“enforcement”"]),
        ({"owners": {"../docs/": "甲"}}, ["extra.publicity.owners", "“../docs/”"]),
        ({"owners": {"guide/": ""}}, ["extra.publicity.owners.guide/"]),
        ({"owners": {"guide/": "张某 13800138000"}}, ["extra.publicity.owners.guide/", "不写电话"]),
        ({"owners": {"guide/": "甲" * 41}}, ["extra.publicity.owners.guide/", "40"]),
        ({"staff_pages": "不要"}, ["extra.publicity.staff_pages", "true（是）或 false（否）"]),
    ],
)
def test_owners_and_staff_pages_are_refused_in_chinese(change: dict[str, Any], words: list[str]) -> None:
    """Field, value and expectation are named."""
    message = refusal(TOWN | change)

    assert [word for word in words if word not in message] == []


def test_an_owner_of_nothing_is_refused(tmp_path: Path) -> None:
    """A mistyped path would leave its duties with nobody; the rule files and the whole site need no folder."""
    pages = {"guide/index.md": "甲"}
    good = make_town(tmp_path / "good", pages, owners={"": "甲", "data/": "乙", "guide/": "丙", "guide/index.md": "丁"})
    bad = make_town(tmp_path / "bad", pages, owners={"giude/": "甲"})

    assert load_settings(good).town.owner_of("guide/index.md") == "丁"
    with pytest.raises(SettingsError, match="giude/"):
        load_settings(bad)


@pytest.mark.parametrize(
    "path",
    ["/青石/", "/a%20b/", "/xxgk;v=1/", "/a/../b/", "/./", "/a b/", '/a"; deny all; /', "/a{8}/", "/a//b/",
     "/~a/", "/?a", "/#a", ":port/"],
)  # fmt: skip
def test_an_address_that_servers_do_not_all_read_alike_is_refused(tmp_path: Path, path: str) -> None:
    """By every command, with what is wrong and how it should be."""
    config = place(make_town(tmp_path, {}), f"https://example.invalid{path}")

    with pytest.raises(SettingsError, match=r"site_url.*写法不对.*英文字母、数字和 - _"):
        load_settings(config)


@pytest.mark.parametrize("address", ["//example.invalid/", "ftp://example.invalid/", "https://[x/", "https:///a/"])
def test_an_address_without_a_host_is_refused(tmp_path: Path, address: str) -> None:
    """Nothing could be reached there."""
    with pytest.raises(SettingsError, match="site_url"):
        load_settings(place(make_town(tmp_path, {}), address))


@pytest.mark.parametrize(
    "address",
    [
        "https://a.invalid",
        "https://a.invalid:8080/b/",
        "http://10.2.3.4:8080/qs",
        "https://www.example.com/a-b/C_d/v1.2/",
    ],
)
def test_an_address_ends_with_a_slash(tmp_path: Path, address: str) -> None:
    """Whether staff write one or not; a name in .invalid is no address for readers."""
    settings = load_settings(place(make_town(tmp_path, {}), address))

    assert settings.site_url == f"{address.rstrip('/')}/"
    assert settings.address_of("i/#a") == f"{settings.site_url}i/#a"
    assert settings.public_address("i/") == ("" if "invalid" in address else f"{settings.site_url}i/")


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"organ": "青石镇\x00人民政府"}, "organ"),
        ({"organ": "青石镇\n人民政府"}, "organ"),
        ({"town": "青石\u200b镇"}, "town"),
        ({"superior": "云岭\x07市"}, "superior"),
        ({"contact": {"office": "党政\x0b办"}}, "contact.office"),
        ({"contact": {"address": "一号\u202e"}}, "contact.address"),
        ({"portal": {"site_name": "甲\x1b乙"}}, "portal.site_name"),
        ({"columns": [COLUMN | {"keywords": "甲\u2028乙"}]}, "columns.0.keywords"),
        ({"local_days": [{"name": "赶\x7f场", "month_day": "01-01"}]}, "local_days.0.name"),
        ({"owners": {"guide/": "窗\x0c口"}}, "owners"),
    ],
)
def test_a_setting_is_one_visible_line(change: dict[str, Any], where: str) -> None:
    """Control characters would end the build in a program that writes XML; the rule is that of titles."""
    message = refusal(TOWN | change)

    assert f"extra.publicity.{where}" in message
    assert "看不见的字符" in message
    assert "尖括号" in refusal(TOWN | {"organ": "青石镇<b>"})
