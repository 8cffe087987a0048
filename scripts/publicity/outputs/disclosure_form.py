"""The blank form of a yearly disclosure report for ``new``: no figure is invented, only last year's rest is carried over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from publicity.enrich.disclosure_years import Reports, tables_of
from publicity.model.disclosure_tables import FORM, FORM_SINCE, Applicants, DisclosureTables, Figures
from publicity.model.fields import TO_FILL
from publicity.model.report import ReportKind
from publicity.settings import Town

# The sections of words that the form and art. 50 ask for: heading, anchor, what to write there.
OVERVIEW = (
    ("（一）主动公开", "own-accord", "这一年主动公开了哪些信息，怎样公开。"),
    ("（二）依申请公开", "on-request", "收到和办理申请的情况，数字与下面的表一致。"),
    ("（三）政府信息管理", "management", "规范性文件的公开、清理，公开目录的维护等。"),
    ("（四）政府信息公开平台建设", "platform", "网站专栏、查阅点等。"),
    ("（五）监督保障", "supervision", "人员、培训，以及工作考核、社会评议、责任追究结果（条例第五十条第四项）。"),
)
ENDING = (
    ("五、存在的主要问题及改进情况", "problems", "这一年的主要问题，上一份报告说的问题改得怎样，下一步怎样改。"),
    ("六、其他需要报告的事项", "others", "包括收取信息处理费的情况；没有的写“无”。"),
)


@dataclass(frozen=True)
class Form:
    """``title`` is empty where the year is not known; ``lines`` are the field ``tables`` with the clerk's hints.

    A year before the form has a ``note`` on why there are no tables, and the body of any other report.
    """

    title: str
    lines: tuple[str, ...]
    body: str = ""
    note: str = ""


def disclosure_form(reports: Reports, town: Town, given: dict[str, str]) -> Form | None:
    """The form for these fields (``year`` a number), with what the site's earlier ``reports`` left open; None when they start some other page."""
    if given.get("report_kind") != ReportKind.DISCLOSURE_ANNUAL:
        return None
    year = int(given["year"]) if "year" in given else None
    title = f"{town.organ}{year}年政府信息公开工作年度报告" if year else ""
    if year and year < FORM_SINCE:
        why = f"{year}年的报告没有给出三张统计表：{FORM}的格式从{FORM_SINCE}年度的报告用起"
        return Form(title, (f"# {why}",), note=why)
    carried, note = _carried(reports, year)
    head = [
        f"# 法定的三张统计表（{FORM}）",
        f"# 把每个{TO_FILL}改成数，没有发生的填 0；行列的合计由 make check 核对",
        "tables:",
    ]
    return Form(title, (*head, *_group(DisclosureTables, "  ", carried, note)), _body())


def _carried(reports: Reports, year: int | None) -> tuple[Applicants | None, str]:
    """What the report of the year before left open, and where the figures come from."""
    if year is None:
        return None, "照上年报告的“四、结转下年度继续办理”填"
    earlier = tables_of(reports, year - 1)
    if earlier is None:
        return None, f"本站没有{year - 1}年的统计表，照上年报告的“四、结转下年度继续办理”填"
    page, tables = earlier
    return tables.applications.carried_out, f"已照抄{year - 1}年报告（{page.shown}）的“四、结转下年度继续办理”，请核对"


def _group(model: type[BaseModel], indent: str, carried: Applicants | None, note: str) -> Iterator[str]:
    """A line a row, with its name above it; the names of its cells stand once above the rows of a group."""
    told: type[Figures] | None = None
    for name, field in model.model_fields.items():
        part = field.annotation
        title = field.title or name
        if not (isinstance(part, type) and issubclass(part, BaseModel)):
            yield f"{indent}{name}: {TO_FILL}  # {title}：{field.description}"
            continue
        if issubclass(part, Figures):
            if part is not told:
                told = part
                yield f"{indent}# 每行从左到右：{'、'.join(one.title or '' for one in part.model_fields.values())}"
            is_carried = name == "carried_in"
            yield f"{indent}# {title}{f'：{note}' if is_carried else ''}"
            yield f"{indent}{name}: {_cells(part, carried if is_carried else None)}"
        else:
            yield from (f"{indent}# {title}", f"{indent}{name}:")
            yield from _group(part, f"{indent}  ", carried, note)
            told = None


def _cells(row: type[Figures], known: Figures | None) -> str:
    cells = (f"{name}: {TO_FILL if known is None else getattr(known, name)}" for name in row.model_fields)
    return "{" + ", ".join(cells) + "}"


def _body() -> str:
    """Words for the clerk to write, and the headings under which the site puts the tables."""
    tables = [f"## {field.title} {{#{name}}}\n" for name, field in DisclosureTables.model_fields.items()]
    return "\n".join(
        [
            "## 一、总体情况 {#overview}\n",
            *(_words("###", *one) for one in OVERVIEW),
            *tables,
            *(_words("##", *one) for one in ENDING),
        ]
    )


def _words(level: str, heading: str, anchor: str, hint: str) -> str:
    return f"{level} {heading} {{#{anchor}}}\n\n{TO_FILL}{hint}\n"
