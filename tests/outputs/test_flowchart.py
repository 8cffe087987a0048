"""The picture of a procedure."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest

from publicity.model import ProcedureNotice
from publicity.outputs.flowchart import render_flowchart


def procedure(*steps: dict[str, Any], title: str = "处罚程序") -> ProcedureNotice:
    common = {"actor": "镇", "action": "办", "time_limit": "待核定"}
    values = {
        "kind": "procedure_notice", "title": title, "serial": "2026-00021", "verified": "false", "applies_to": "甲",
        "legal_bases": [{"statute": "行政处罚法"}], "steps": [common | step for step in steps],
    }  # fmt: skip
    return ProcedureNotice.model_validate(values)


BRANCHED = procedure(
    {"id": "start", "name": "立案"},
    {"id": "check", "name": "调查取证", "next": [{"to": "decide", "when": "属实"}, {"to": "end", "when": "不属实"}]},
    {"id": "decide", "name": "作出处罚决定书并送达当"},
    {"id": "end", "name": "结案", "next": []},
)


def words_of(svg: str) -> str:
    """The words of the picture, boxes and arrows, without white space."""
    return re.sub(
        r"\s", "", "".join("".join(one.itertext()) for one in ET.fromstring(svg).iter() if one.tag.endswith("text"))
    )


def test_the_picture_is_the_same_every_time() -> None:
    """One source, one picture, to the byte."""
    assert render_flowchart(BRANCHED, "flow") == render_flowchart(BRANCHED.model_copy(), "flow")


def test_the_picture_carries_no_looks() -> None:
    """Colours and fonts are the style sheet's: no style, fill, stroke, font, script or handler in the SVG."""
    svg = render_flowchart(BRANCHED, "flow")

    assert re.findall(r'\b(?:style|fill|stroke|font-[a-z]+|on[a-z]+)="', svg) == []
    assert re.findall(r"<(?:script|style|a|image|use|foreignObject)\b", svg) == []
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")


def test_a_screen_reader_hears_title_and_arrows() -> None:
    """The picture is one image, named by its title and described by its arrows in words."""
    svg = render_flowchart(BRANCHED, "flow-1")

    assert '<svg class="flow" role="img" aria-labelledby="flow-1-t flow-1-d"' in svg
    assert '<title id="flow-1-t">处罚程序流程图</title>' in svg
    assert (
        '<desc id="flow-1-d">第1步立案之后是第2步调查取证；第2步调查取证（属实）之后是第3步作出处罚决定书并送达当；'
        "第2步调查取证（不属实）之后是第4步结案；第3步作出处罚决定书并送达当之后是第4步结案</desc>" in svg
    )
    assert len(re.findall("<title", svg)) == 1


def test_every_step_and_condition_is_drawn() -> None:
    """Each box has its number and name, each arrow its condition; long names break and lose nothing."""
    words = words_of(render_flowchart(BRANCHED, "flow"))

    assert [
        one for one in ("1立案", "2调查取证", "3作出处罚决定书并送达当", "4结案", "属实", "不属实") if one not in words
    ] == []


def test_ids_do_not_repeat_between_pictures() -> None:
    """Two pictures on one page share no id."""
    ids = [re.findall(r'\bid="([^"]+)"', render_flowchart(BRANCHED, name)) for name in ("a", "b")]

    assert set(ids[0]) & set(ids[1]) == set()
    assert all(len(set(one)) == len(one) for one in ids)


@pytest.mark.parametrize(
    "name", ['甲"]; x [', "甲\\n乙", "A&B", "甲&amp;乙", "&#60;b&#62;", "{|}", "--", "]]", "甲'乙", "😀", "𠮷", "12345"]
)
def test_any_name_is_drawn_as_written(name: str) -> None:
    """No character of a step's name is taken for Graphviz or XML syntax."""
    svg = render_flowchart(procedure({"id": "a", "name": name}), "flow")

    assert words_of(svg) == f"1{name}".replace(" ", "")


def test_circles_and_single_steps_are_drawn() -> None:
    """A step may lead back, or stand alone."""
    circle = procedure({"id": "a", "name": "甲"}, {"id": "b", "name": "乙", "next": [{"to": "a"}]})

    assert "第2步乙之后是第1步甲" in render_flowchart(circle, "flow")
    assert '<desc id="flow-d"></desc>' in render_flowchart(procedure({"id": "a", "name": "甲"}), "flow")


def test_the_picture_is_well_formed_and_sized() -> None:
    """It parses as XML and says its own size, so that the page does not jump."""
    root = ET.fromstring(render_flowchart(BRANCHED, "flow"))
    width, height = root.attrib["width"], root.attrib["height"]

    assert root.attrib["viewBox"] == f"0 0 {width} {height}"
    assert int(width) < 1000
