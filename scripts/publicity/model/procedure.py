"""执法程序: steps that give both the numbered list and the picture."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from publicity.model.fields import Deadlines, Flag, Label, LegalBasis, OrPending, Part, Serial, Text
from publicity.model.record import Record


class Next(Part):
    """An arrow of the picture."""

    to: Text = Field(title="下一步", description="某一步骤的 id")
    when: Label | None = Field(None, title="条件", description="箭头上的字，不超过12字")


class Step(Part):
    """One step: who does what, how long it may take, on what basis."""

    id: str = Field(
        title="标识",
        description="小写英文字母、数字和短横，本页内不重复",
        examples=["inspect"],
        pattern=r"^[a-z][a-z0-9-]*$",
        max_length=30,
    )
    name: Label = Field(title="步骤名称", description="图上的字，不超过12字")
    actor: Text = Field(title="办理人")
    action: Text = Field(title="做什么")
    time_limit: OrPending[Text] = Field(title="时限")
    basis: tuple[LegalBasis, ...] = Field((), title="依据")
    documents: tuple[Text, ...] = Field((), title="文书材料")
    next: tuple[Next, ...] | None = Field(None, title="去向", description="不写：进入下一步；写 []：到此结束")


class Right(Part):
    right: Text = Field(title="权利")
    plain: Text | None = Field(
        None, title="白话", description="用群众的话说一遍：遇到什么、可以怎么办；不改变规定的意思"
    )
    basis: tuple[LegalBasis, ...] = Field((), title="依据")


class ProcedureNotice(Record):
    """One procedure, for the people it happens to."""

    kind: Literal["procedure_notice"] = Field(title="种类", description="决定这一页有哪些字段，见各表的标题")
    verified: Flag = Field(title="已经本机关核定", description="本机关确认前写 false")
    items: tuple[Serial, ...] = Field((), title="执法事项", description="本程序所办事项的流水号")
    applies_to: Text = Field(title="适用情形")
    legal_bases: tuple[LegalBasis, ...] = Field(title="法律依据", min_length=1)
    steps: tuple[Step, ...] = Field(title="步骤", min_length=1)
    rights: tuple[Right, ...] = Field(
        (), title="当事人的权利", description="每一项写 right（权利）、plain（白话）、basis（依据）"
    )
    deadlines: Deadlines = ()

    @model_validator(mode="after")
    def _arrows_lead_somewhere(self) -> ProcedureNotice:
        ids = [step.id for step in self.steps]
        for name in ids:
            if ids.count(name) > 1:
                raise PydanticCustomError(
                    "expected", "步骤标识重复", {"expected": f"互不相同的步骤 id；“{name}”出现了不止一次"}
                )
        for source, target, _ in self.arrows():
            if target not in ids:
                raise PydanticCustomError(
                    "expected", "去向不存在", {"expected": f"已有步骤的 id；步骤“{source}”的去向“{target}”不存在"}
                )
        return self

    def arrows(self) -> list[tuple[str, str, str]]:
        """(from, to, label) of every arrow; a step that says nothing goes on to the one after it."""
        found: list[tuple[str, str, str]] = []
        for place, step in enumerate(self.steps):
            if step.next is not None:
                found += [(step.id, arrow.to, arrow.when or "") for arrow in step.next]
            elif place + 1 < len(self.steps):
                found.append((step.id, self.steps[place + 1].id, ""))
        return found
