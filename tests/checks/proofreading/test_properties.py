"""Clean sentences give nothing, and one error put into them gives one query on its line."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from conftest import ORGAN
from hypothesis import given, settings
from hypothesis import strategies as st
from proofread import RULES

from publicity.checks.proofreading import proofread
from publicity.checks.proofreading.sheet import Mark, Sheet
from publicity.content.markdown import Line

PAGE: Any = SimpleNamespace(header=None, record=None)
WHO = ["我镇", "镇党委", "各村民委员会", "镇人民政府", "综合执法队"]
HOW = ["认真", "依法", "全面", "按季度", "会同有关部门"]
WHAT = ["落实普法责任制", "公开政府信息", "推行执法全过程记录制度", "化解矛盾纠纷", "整治人居环境", "办理群众来信"]
END = ["。", "，成效明显。", "（见附件）。", "，满意率达98.5%。", "；对《农业法》作了宣传。", "，“两个维护”记在心上。"]

sentences = st.tuples(*map(st.sampled_from, (WHO, HOW, WHAT, END))).map("".join)
texts = st.lists(sentences, min_size=1, max_size=12)
ERRORS = {
    "责任追兖到人。": "wording",
    "会议听取了的的意见。": "wording",
    "做到学法遵法守法用法。": "wording",
    "内部管 理进一步加强，见效。": "stray-space",
    "加强领导,落实责任。": "half-width",
    "发言羼杂不清。": "rare-character",
    "组织开展开展活动。": "doubled-word",
    "根据某府发[2026]3号办理。": "year-bracket",
    "加强领导，，落实责任。": "punctuation",
    "加强（领导。": "bracket",
    "一是学习。二是宣传。四是检查。": "ordinal",
    "合格率为130%。": "percentage",
}


def marks(lines: list[str]) -> list[tuple[int, str]]:
    """Line and rule of every mark."""
    sheet = Sheet(PAGE, ORGAN, "正文", tuple(Line(text, "a.md", n) for n, text in enumerate(lines)), (1,) * len(lines))
    found: list[Mark] = proofread(sheet, RULES.wording)
    return [(sheet.where(mark.start)[0].number, mark.rule) for mark in found]


@given(texts)
@settings(max_examples=100, deadline=None, derandomize=True)
def test_clean_text_gives_nothing(lines: list[str]) -> None:
    """Whatever the sentences, in whatever order."""
    assert marks(lines) == []


@given(texts, st.sampled_from(sorted(ERRORS)), st.data())
@settings(max_examples=200, deadline=None, derandomize=True)
def test_one_error_gives_one_query_on_its_line(lines: list[str], error: str, data: st.DataObject) -> None:
    """Nothing around an error hides it or is queried because of it."""
    place = data.draw(st.integers(0, len(lines)))
    # A paragraph of its own: what it leaves open, a later one may not close.
    apart = [part for line in [*lines[:place], error, *lines[place:]] for part in (line, "")]

    assert marks(apart) == [(2 * place, ERRORS[error])]


@given(
    st.text(st.sampled_from("一二四是、（）()“”。，,; |\n#>追兖的合计0123456789.[]%率年号第条己经`<&"), max_size=400)
)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_text_is_answered(text: str) -> None:
    """No input gives a traceback, and every mark lies in the text."""
    lines = text.split("\n")

    assert all(0 <= line < len(lines) for line, _ in marks(lines))
