"""普法日程: planned and held events, and the notice boards."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from publicity.model.fields import PENDING, Choice, Day, FilePath, OrPending, Part, Serial, Text, Whole
from publicity.model.record import Record


class EventKind(Choice):
    PLAN = "plan", "计划"
    ACTIVITY = "activity", "活动"


class Source(Part):
    """The record that announces the event, and where in it."""

    serial: Serial = Field(title="出处", description="来源文件的流水号")
    section: Text | None = Field(None, title="小节")
    number: Text | None = Field(None, title="序号")


class PublicityEvent(Record):
    """One planned or held event of legal publicity."""

    kind: Literal["publicity_event"] = Field(title="种类", description="决定这一页有哪些字段，见各表的标题")
    event_kind: EventKind = Field(title="类型")
    starts_on: OrPending[Day] = Field(title="开始日期")
    ends_on: OrPending[Day] | None = Field(None, title="结束日期", description="只有一天的留空")
    place: OrPending[Text] = Field(title="地点")
    audience: OrPending[Text] = Field(PENDING, title="普法对象")
    forms: tuple[Text, ...] = Field((), title="形式")
    responsible: OrPending[Text] = Field(PENDING, title="责任主体")
    source: Source | None = Field(None, title="来源")

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> PublicityEvent:
        starts, ends = self.starts_on, self.ends_on
        if not isinstance(starts, str) and ends is not None and not isinstance(ends, str) and ends < starts:
            raise PydanticCustomError("expected", "结束早于开始", {"expected": "结束日期不早于开始日期"})
        return self


class BoardKind(Choice):
    FIXED = "fixed", "固定宣传栏"
    LEGAL = "legal", "法治宣传栏"


class UpdateCycle(Choice):
    MONTHLY = "monthly", "每月"
    QUARTERLY = "quarterly", "每季度"
    YEARLY = "yearly", "每年"


class BoardUpdate(Part):
    """What was put up on a board, and when."""

    period: str = Field(title="期次", description="如 2026Q4", pattern=r"^[0-9]{4}(Q[1-4]|-[0-9]{2})?$")
    posted_on: Day = Field(title="张贴日期")
    content: Text = Field(title="内容")
    attachment: FilePath | None = Field(None, title="附件")


class NoticeBoard(Record):
    """One notice board in a village or street."""

    kind: Literal["notice_board"] = Field(title="种类", description="决定这一页有哪些字段，见各表的标题")
    number: Whole = Field(title="编号", ge=1)
    board_kind: OrPending[BoardKind] = Field(title="宣传栏类型")
    location: OrPending[Text] = Field(title="位置")
    keeper: OrPending[Text] = Field(title="管理人", description="写机构或岗位，不写个人电话")
    update_cycle: OrPending[UpdateCycle] = Field(title="更新周期")
    updates: tuple[BoardUpdate, ...] = Field((), title="更新记录")
