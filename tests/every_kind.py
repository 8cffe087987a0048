"""An invented town that publishes one record of every kind, and a decision that was withdrawn."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from conftest import PDF, page, power, record
from disclosure import report
from normative import document
from whole import make_site

ADDRESS = "https://portal.example/qingshi/"
# What a withdrawn decision said, none of which anybody may find again.
GONE = ("某某采石场", "青罚决〔2026〕7号", "超出范围开采", "责令停止开采", "20.6", "2026-03-03")

PROCEDURE = """---
kind: procedure_notice
title: 违法建设的处理程序
serial: 2026-00005
index_number: 待核定
issuing_organ: 待核定
formed_on: 待核定
published_at: 待核定
verified: false
items: [2026-00004]
applies_to: 建设单位
legal_bases: [{statute: 城乡规划法, article: 65}]
steps:
  - {id: stop, name: 责令停工, actor: 镇人民政府, action: 书面责令停工, time_limit: 待核定}
  - {id: close, name: 结案, actor: 镇人民政府, action: 结案归档, time_limit: 待核定}
---
"""
RESULT = """---
kind: enforcement_result
title: 对{party}的处罚
serial: {serial}
result_kind: penalty
decision_number: {number}
decided_on: 2026-03-02
published_at: 2026-03-03 09:00
party_kind: legal_person
party_name: {party}
facts: {facts}
legal_bases: [{{statute: 城乡规划法, article: 65}}]
outcome: {outcome}
fine: 0.50
deciding_organ: 镇人民政府
{more}---

{facts}。
"""
EVENT = """---
kind: publicity_event
title: 赶集普法
serial: 2026-00008
event_kind: activity
starts_on: 2026-12-04
place: 青石场坝
audience: 村民
forms: [发放资料, 现场咨询]
responsible: 司法所
---
"""
BOARD = """---
kind: notice_board
title: 宣传栏1
serial: 2026-00009
number: 1
board_kind: legal
location: 青石村村委会门口
keeper: 青石村村委会
update_cycle: quarterly
updates:
  - {period: 2026Q3, posted_on: 2026-07-02, content: 宪法摘要, attachment: files/board.pdf}
---
"""


def result(serial: str, party: str, number: str, facts: str, outcome: str, more: str = "") -> str:
    """A decision."""
    return RESULT.format(serial=serial, party=party, number=number, facts=facts, outcome=outcome, more=more)


WITHDRAWN = result(
    "2026-00007", GONE[0], GONE[1], GONE[2], GONE[3],
    'category: "20.6"\nwithdrawal: {withdrawn_on: 2026-04-01, reason: 复议撤销}\n',
)  # fmt: skip
PAGES: dict[str, str | bytes] = {
    "index.md": page(layout="home"),
    "disclosure/index.md": page(title="主动公开", layout="categories"),
    "guide/about.md": page(title="关于本站"),
    "guide/catalogue.md": page(title="目录", layout="catalogue"),
    "schedule/index.md": page(title="日程", layout="calendar"),
    "schedule/plan.md": page(title="计划", layout="plan"),
    "schedule/boards.md": page(title="宣传栏", layout="boards"),
    "enforcement/results/index.md": page(title="执法结果", layout="section"),
    "disclosure/2026/2026-00001.md": record(
        title="关于“秋冬”防火的通知",
        body="## 第一部分\n\n见[另一份](2026-00002.md)。\n\n{!_fragments/note.md!}\n",
        summary="防火。",
        attachments='[{file: files/a.pdf, title: "=附件"}]',
    ),
    "disclosure/2026/2026-00002.md": record("2026-00002", title="另一份", published_at="待核定", formed_on="待核定"),
    "disclosure/2026/files/a.pdf": PDF,
    "_fragments/note.md": "共用的一段。\n",
    "disclosure/normative/2024-00001.md": document("2024-00001", expires_on="2026-12-31"),
    "disclosure/normative/2024-00002.md": document("2024-00002", repeals="[2024-00003]", effective_on="2025-01-01"),
    "disclosure/normative/2024-00003.md": document("2024-00003"),
    "report/2025-00001.md": report(2024, formed_on="2025-01-10", published_at="2025-01-12 09:00"),
    "enforcement/powers/2026-00004.md": power("2026-00004", "查处违法建设", "行政处罚法", "[2026-00005]"),
    "enforcement/procedures/2026-00005.md": PROCEDURE,
    "enforcement/results/2026-00006.md": result("2026-00006", "某砂场", "青罚决〔2026〕6号", "未批先建", "罚款"),
    "enforcement/results/2026-00007.md": WITHDRAWN,
    "schedule/2026/2026-00008.md": EVENT,
    "schedule/2026/2026-00009.md": BOARD,
    "schedule/2026/files/board.pdf": PDF,
}
SERIALS = {
    "2024-00001", "2024-00002", "2024-00003", "2025-00001", "2026-00001", "2026-00002", "2026-00004", "2026-00005",
    "2026-00006", "2026-00007", "2026-00008", "2026-00009",
}  # fmt: skip


# For whoever looks at pages: all constructs of Markdown, every layout, listings of several pages.
BODY = """## 一、事项

| 项目 | 数量 |
| --- | ---: |
| 甲村 | 3 |

!!! note "说明"
    以公告为准。

1. 甲
    - 乙

> 引用一句。

见[清单](../index.md)，《城乡规划法》第六十五条。
"""
LAYOUTS = {
    "report/index.md": "section", "report/annual.md": "section", "disclosure/index.md": "categories",
    "disclosure/normative/index.md": "section", "enforcement/index.md": "section", "enforcement/basis/index.md": "basis",
    "enforcement/powers/index.md": "section", "enforcement/procedures/index.md": "section",
    "enforcement/results/index.md": "section", "schedule/index.md": "calendar", "schedule/plan.md": "plan",
    "schedule/boards.md": "boards", "guide/catalogue.md": "catalogue", "guide/apply.md": "contact",
    "guide/supervision.md": "plain",
}  # fmt: skip
SEEN: dict[str, str | bytes] = {
    **{uri: page(title=f"栏目{number}", layout=layout) for number, (uri, layout) in enumerate(LAYOUTS.items())},
    **PAGES,
    **{f"disclosure/2026/2026-000{name}.md": record(f"2026-000{name}", body=BODY) for name in range(30, 40)},
}


def every_kind(folder: Path, pages: dict[str, str | bytes] = PAGES, *, address: str = ADDRESS, **settings: Any) -> Path:
    """Its mkdocs.yml; ``address`` is where the portal carries it."""
    config = make_site(folder, pages, **settings)
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("https://example.invalid/qingshi/", address), encoding="utf-8")
    return config
