"""Plain pages: guides, and the pages that open a section."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from publicity.model.fields import Choice, Deadlines, Part, Title


class Layout(Choice):
    """What is generated beneath a plain page's own text."""

    PLAIN = "plain", "只有正文"
    HOME = "home", "首页"
    SECTION = "section", "本栏目的清单"
    CATEGORIES = "categories", "法定主动公开类别"
    BASIS = "basis", "按法律排列的执法依据"
    CATALOGUE = "catalogue", "信息公开目录"
    CALENDAR = "calendar", "公开时间表和普法日历"
    PLAN = "plan", "普法计划"
    BOARDS = "boards", "宣传栏一览"
    CONTACT = "contact", "联系方式"


class PlainPage(Part):
    """A page that is not a record: it has no header table."""

    kind: Literal["page"] = Field(title="种类", description="决定这一页有哪些字段，见各表的标题")
    title: Title = Field(title="标题")
    summary: Title | None = Field(None, title="内容概述", description="一句话，不超过120字")
    layout: Layout = Field(Layout.PLAIN, title="版式", description="正文下面由系统生成什么")
    deadlines: Deadlines = ()
