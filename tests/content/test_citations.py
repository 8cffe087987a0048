"""Citations in running text: every form that Chinese official prose uses, and those that only look like one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publicity.content.citations import Citation, declared_aliases, find_citations
from publicity.content.corpus import Page
from publicity.content.markdown import Line
from publicity.model.citation import from_chinese, to_chinese


def told(text: str) -> list[str]:
    """Citations as ``title article-last_article paragraph item``, what is not given left out."""
    return [_short(one) for one in find_citations(text)]


def _short(one: Citation) -> str:
    article = "" if one.article is None else f" {one.article}"
    last = "" if one.last_article is None else f"-{one.last_article}"
    rest = "".join(f" {mark}{number}" for mark, number in (("p", one.paragraph), ("i", one.item)) if number is not None)
    return one.title + article + last + rest


FORMS: dict[str, list[str]] = {
    # 《…》, with and without a place
    "《行政处罚法》": ["行政处罚法"],
    "《中华人民共和国行政处罚法》": ["中华人民共和国行政处罚法"],
    "依据《行政处罚法》第五条": ["行政处罚法 5"],
    "《行政处罚法》第五条第一款": ["行政处罚法 5 p1"],
    "《行政处罚法》第三十三条第一款第（二）项": ["行政处罚法 33 p1 i2"],
    "《政府信息公开条例》第二十条第（十五）项": ["政府信息公开条例 20 i15"],
    "《政府信息公开条例》第二十条第十五项": ["政府信息公开条例 20 i15"],
    "《政府信息公开条例》第20条第(15)项": ["政府信息公开条例 20 i15"],
    "《政府信息公开条例》第２０条": ["政府信息公开条例 20"],
    "《政府信息公开条例》第 20 条": ["政府信息公开条例 20"],
    "《民法典》第一千二百六十条": ["民法典 1260"],
    "《刑法》第一百二十条之一": ["刑法 120"],
    "《甲法》第一百〇一条": ["甲法 101"],
    "《民法典》第三编第四百六十三条": ["民法典 463"],
    "《民法典》婚姻家庭编第一千零四十条": ["民法典 1040"],
    "《行政处罚法》的第五条": ["行政处罚法 5"],
    "《行政处罚法》（第五条）": ["行政处罚法", "行政处罚法 5"],
    "《行政处罚法》（2021年修订）第五条": ["行政处罚法 5"],
    "《行政处罚法（2021修订）》第五条": ["行政处罚法（2021修订） 5"],
    "《某某办法（试行）》第三条": ["某某办法（试行） 3"],
    "**《行政处罚法》**第5条": ["行政处罚法 5"],
    "[《行政处罚法》](a/b.md)第5条": ["行政处罚法 5"],
    "《行政\n处罚法》第五条": ["行政处罚法 5"],
    "《关于修改〈行政处罚法〉的决定》": ["关于修改〈行政处罚法〉的决定"],
    "《关于实施《行政处罚法》的通知》": ["关于实施《行政处罚法》的通知"],
    "《行政许可法》《行政处罚法》第三条": ["行政许可法", "行政处罚法 3"],
    "《行政许可法》、《行政处罚法》第三条": ["行政许可法", "行政处罚法 3"],
    # lists and ranges
    "《行政处罚法》第二十条、第二十一条": ["行政处罚法 20", "行政处罚法 21"],
    "《行政处罚法》第五条，第六条和第七条": ["行政处罚法 5", "行政处罚法 6", "行政处罚法 7"],
    "《行政处罚法》第二十条以及第二十二条": ["行政处罚法 20", "行政处罚法 22"],
    "《行政处罚法》第三十三条第二款、第三款": ["行政处罚法 33 p2", "行政处罚法 33 p3"],
    "《甲法》第五条第一款第（一）项、第（三）项": ["甲法 5 p1 i1", "甲法 5 p1 i3"],
    "《甲法》第五条第（一）、（二）项": ["甲法 5 i1"],
    "《甲法》第五条第（一）项至第（三）项": ["甲法 5 i1"],
    "《甲法》第三、四条": ["甲法 3", "甲法 4"],
    "《甲法》第三条至第五条": ["甲法 3-5"],
    "《甲法》第三条到第五条、第八条": ["甲法 3-5", "甲法 8"],
    "《甲法》第三条—第五条": ["甲法 3-5"],
    "《甲法》第三条和《乙法》第五条": ["甲法 3", "乙法 5"],
    "《甲法》第三条和行政处罚法第五条": ["甲法 3", "行政处罚法 5"],
    # the bare name
    "城乡规划法第六十五条没有规定罚款": ["城乡规划法 65"],
    "（行政复议法第二条、行政诉讼法第二条）": ["行政复议法 2", "行政诉讼法 2"],
    "以行政复议法第二十条、行政诉讼法第四十六条为准": ["行政复议法 20", "行政诉讼法 46"],
    "依照行政处罚法第五条": ["行政处罚法 5"],
    "违反城乡规划法和土地管理法第三条": ["土地管理法 3"],
    "对外贸易法第三条": ["对外贸易法 3"],
    "按照见义勇为条例第三条": ["见义勇为条例 3"],
    "村庄和集镇规划建设管理条例第三十九条第（一）项": ["村庄和集镇规划建设管理条例 39 i1"],
    "全国人大常委会议事规则第三条": ["全国人大常委会议事规则 3"],
    "宪法第三条": ["宪法 3"],
    "2017年行政处罚法第四十二条": ["行政处罚法 42"],
    # document numbers
    "国办发〔2018〕118号": ["国办发〔2018〕118号"],
    "依照国办发[2018]118号文件": ["国办发[2018]118号"],
    "《甲通知》(三依治办[2020]49号)": ["甲通知", "三依治办[2020]49号"],
    "国办发〔2018〕118号和国办发〔2017〕47号": ["国办发〔2018〕118号", "国办发〔2017〕47号"],
    # declared short names
    "《政府信息公开条例》（以下简称《条例》）第三条。《条例》第五条": ["政府信息公开条例 3", "政府信息公开条例 5"],
    "《政府信息公开条例》（下面简称条例）。按照条例第三条": ["政府信息公开条例", "政府信息公开条例 3"],
    "（《政府信息公开条例》第九条，下面简称条例）。条例第十条": ["政府信息公开条例 9", "政府信息公开条例 10"],
    "《甲法》（2020年公布，以下简称“甲法”）": ["甲法"],
    "（《甲条例》以下简称条例）由条例第十四条、第十五条规定": ["甲条例", "甲条例 14", "甲条例 15"],
    # words that stand for a name, where it is certain
    "《行政处罚法》公布了，该法第五条": ["行政处罚法", "行政处罚法 5"],
    "《行政处罚法》第三条说了，同法第六条也说": ["行政处罚法 3", "行政处罚法 6"],
    "《甲条例》和《乙法》施行，该条例第五条": ["甲条例", "乙法", "甲条例 5"],
    "《甲法》《乙法》施行，该法第五条": ["甲法", "乙法"],
    "《甲法》施行。该法第五条": ["甲法"],
    "《甲条例》施行，该法第五条": ["甲条例"],
    "本法第五条": [],
    # what only looks like a citation
    "": [],
    "第五条": [],
    "条例第五条": [],
    "这个办法第三条": [],
    "依法第三条": [],
    "第三款、第（一）项": [],
    "《》": [],
    "《没有写完": [],
    "（2020）黔2732民初12号": [],
    "门牌118号": [],
    "一是完善制度，二是落实责任。": [],
}


@pytest.mark.parametrize("text", FORMS)
def test_a_citation_is_read_as_it_is_written(text: str) -> None:
    """Title, article, range, paragraph and item of every form."""
    assert told(text) == FORMS[text]


@pytest.mark.parametrize("text", FORMS)
def test_offsets_give_back_what_is_written(text: str) -> None:
    """Citations stand in order, do not overlap, and their offsets slice to ``written``."""
    found = list(find_citations(text))

    assert [text[one.start : one.end] for one in found] == [one.written for one in found]
    assert all(one.end <= other.start for one, other in pairwise(found))


PIECES = st.sampled_from(
    [
        *"《》〈〉（）()第条款项、和至之编。，；号〔〕[]*",
        "\n",
        "简称",
        "以下",
        "该法",
        "条例",
        "行政处罚法",
        "二十",
        "（一）",
        "12",
        "2018",
        " ",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join)))
def test_no_text_is_too_odd(text: str) -> None:
    """Whatever stands there, reading ends without an error and the offsets hold."""
    found = list(find_citations(text, {"条例": "政府信息公开条例"}))

    assert all(text[one.start : one.end] == one.written and one.written for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    declared_aliases(text)


@given(st.integers(1, 1999), st.integers(1, 99), st.integers(1, 99))
def test_what_is_cited_is_read_back(article: int, paragraph: int, item: int) -> None:
    """A citation in Chinese numerals and one in figures are the same place."""
    chinese = f"《甲法》第{to_chinese(article)}条第{to_chinese(paragraph)}款第（{to_chinese(item)}）项"

    assert (
        told(chinese)
        == told(f"《甲法》第{article}条第{paragraph}款第({item})项")
        == [f"甲法 {article} p{paragraph} i{item}"]
    )


@given(st.integers(1, 9999))
def test_a_chinese_number_is_read_back(number: int) -> None:
    """from_chinese undoes to_chinese."""
    assert from_chinese(to_chinese(number)) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("〇", 0),
        ("一百〇一", 101),
        ("两千", 2000),
        ("十", 10),
        ("42", 42),
        ("４２", 42),
        ("甲", None),
        ("", None),
        ("3.5", None),
    ],
)
def test_other_ways_to_write_a_number(words: str, number: int | None) -> None:
    """〇, 两 and figures of either width; what is no number is None."""
    assert from_chinese(words) == number


def test_a_short_name_holds_only_behind_its_declaration() -> None:
    """条例 is nothing before 下面简称条例 has been said."""
    assert told("条例第三条。《政府信息公开条例》（下面简称条例）") == ["政府信息公开条例"]
    assert dict(declared_aliases("《政府信息公开条例》（下面简称条例）")) == {"条例": "政府信息公开条例"}


def body(*lines: str) -> Page:
    """A page with that body, which begins on line 10."""
    placed = tuple(Line(text, "docs/a.md", number) for number, text in enumerate(lines, 10))
    return Page("a.md", "docs/a.md", "", None, None, "", 10, placed)


def test_a_page_knows_where_it_cites() -> None:
    """Line, and offset in it; short names hold over paragraphs, and code cites nothing."""
    page = body(
        "《甲条例》（下面简称条例）", "第二条。", "", "见条例第三条。", "```", "《乙法》", "```", "`《丙法》` 《丁法》"
    )

    assert [(one.citation.title, one.line.number, one.citation.start) for one in page.citations] == [
        ("甲条例", 10, 0), ("甲条例", 13, 1), ("丁法", 17, 7)
    ]  # fmt: skip
    assert page.citations[0].citation.article == 2
