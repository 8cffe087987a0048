"""What the files of open data hold around the typed records. Their JSON Schema is made from these classes too."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from publicity.model import (
    AnnualReport,
    DisclosureItem,
    EnforcementItem,
    EnforcementResult,
    NormativeDocument,
    NoticeBoard,
    ProcedureNotice,
    PublicityEvent,
)
from publicity.model.fields import Day, Moment, OrPending, Part, Serial, Text
from publicity.model.record import Validity

Address = Annotated[
    str,
    Field(
        description="网址。网站有了正式网址时是完整的网址；还没有时，从网站的根目录算起",
        examples=["disclosure/2026/2026-00012/"],
        json_schema_extra={"format": "uri-reference"},
    ),
]
Near = Annotated[
    str,
    Field(
        description="从写着它的这个文件算起",
        examples=["records/2026-00012.json"],
        json_schema_extra={"format": "uri-reference"},
    ),
]


class WithdrawnResult(Part):
    """Of a withdrawn decision nothing is published but that it was one, since when, and why."""

    kind: Literal["enforcement_result"] = Field(title="种类")
    serial: Serial = Field(title="流水号")
    title: str = Field(title="标题", description="不含决定的内容")
    state: Literal["withdrawn"] = Field(title="状态", description="withdrawn 已撤下")
    withdrawn_on: Day = Field(title="撤下日期")
    reason: Text = Field(title="撤下原因")


AnyRecord = (
    AnnualReport
    | DisclosureItem
    | NormativeDocument
    | EnforcementItem
    | ProcedureNotice
    | EnforcementResult
    | PublicityEvent
    | NoticeBoard
    | WithdrawnResult
)


class Offered(Part):
    """A file that the record offers."""

    title: str = Field(title="名称")
    address: Address = Field(title="网址")
    media_type: str = Field(title="媒体类型", examples=["application/pdf"])
    size: int = Field(title="大小", description="字节数", ge=0)
    sha256: str = Field(title="校验值", description="文件的 SHA-256", pattern=r"^[0-9a-f]{64}$")


class PublicationDue(Part):
    """By when a rule wanted the record published, or withdrawn."""

    due_on: date | None = Field(title="期限", description="最后一天；放假安排没有公布、推算不出的为 null")
    done_on: date | None = Field(title="实际日期", description="还没有做的为 null")
    rule: str = Field(title="规则", description="期限怎样规定")
    basis: str = Field(title="依据")
    certain: bool = Field(title="确定", description="条文已经核实，并且直接说到这类信息；否则只供参考")


class Change(Part):
    """A change of validity that is known to come."""

    on: date = Field(title="日期")
    validity: Validity = Field(title="那天起的效力")


class Computed(Part):
    """What the site reckons from the records, apart from what staff typed."""

    address: Address = Field(title="网页")
    short_address: Address = Field(title="短网址", description="按流水号；印在纸上、电话里念的网址，不会改变")
    kind_name: str = Field(title="种类名称", description="读者看到的种类")
    category_title: str | None = Field(None, title="公开类别名称")
    mark: str = Field("", title="标记", description="清单里写在标题旁边的状态；没有的为空")
    validity: Validity | None = Field(
        None, title="效力", description="规范性文件按日期和文件之间的关系推算；推算不出的为 null"
    )
    changes_ahead: tuple[Change, ...] = Field((), title="将要发生的变化")
    dues: tuple[PublicationDue, ...] = Field((), title="公开期限")
    attachments: tuple[Offered, ...] = Field((), title="附件文件")


class PublishedRecord(Part):
    """A record as its page shows it, and what is reckoned from it."""

    record: AnyRecord = Field(title="记录", description="工作人员填写的字段，没有填的为 null")
    computed: Computed = Field(title="推算")


class RecordFile(PublishedRecord):
    """api/v1/records/<serial>.json."""

    source: str = Field(title="来源文件", description="正文在 docs/ 里的文件；正文里的链接从它算起")
    body: str | None = Field(
        title="正文",
        description="Markdown 原文，引用的片段已经放进去；撤下的为 null",
    )


class CollectionHead(Part):
    kind: str = Field(title="种类")
    title: str = Field(title="种类名称")
    count: int = Field(title="条数", ge=0)


class Collection(CollectionHead):
    """api/v1/kinds/<kind>.json."""

    records: tuple[PublishedRecord, ...] = Field(title="记录", description="不含正文；按流水号排列")


class Listed(Part):
    """A record in the list of all; of a withdrawn decision only its number, title and state."""

    kind: str = Field(title="种类代码")
    kind_name: str = Field(title="种类")
    serial: Serial = Field(title="流水号")
    title: str = Field(title="标题")
    index_number: OrPending[Text] | None = Field(None, title="索引号")
    document_number: OrPending[Text] | None = Field(None, title="文号")
    issuing_organ: OrPending[Text] | None = Field(None, title="发布机构")
    formed_on: OrPending[Day] | None = Field(None, title="成文日期")
    published_at: OrPending[Moment] | None = Field(None, title="发布时间")
    category_title: str | None = Field(None, title="公开类别")
    mark: str = Field("", title="状态")
    summary: str | None = Field(None, title="内容概述")
    address: Address = Field(title="网页")
    short_address: Address = Field(title="短网址")
    data: Near = Field(title="数据")


class KindFiles(Part):
    """One kind, and where its files are."""

    kind: str = Field(title="种类")
    title: str = Field(title="种类名称")
    count: int = Field(title="条数", ge=0)
    json_file: Near = Field(title="JSON 文件")
    csv_file: Near = Field(title="CSV 文件")


class RecordListHead(Part):
    publisher: str = Field(title="发布机关")
    site: str | None = Field(title="网站", description="网站的正式网址；还没有的为 null")
    count: int = Field(title="条数", ge=0)
    newest: datetime | None = Field(title="最近一次发布", description="没有发布时间的不算")
    kinds: tuple[KindFiles, ...] = Field(title="各个种类")


class RecordList(RecordListHead):
    """api/v1/records.json."""

    records: tuple[Listed, ...] = Field(title="全部记录", description="按流水号排列")
