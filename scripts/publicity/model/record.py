"""What every published record carries: the header of the portals."""

from __future__ import annotations

from pydantic import Field

from publicity.model.fields import Choice, Day, FilePath, Moment, OrPending, Part, Serial, Slug, Text, Title


class Validity(Choice):
    """文件有效性, as the portals label it."""

    IN_FORCE = "in_force", "有效"
    AMENDED = "amended", "修改"
    REPEALED = "repealed", "废止"
    EXPIRED = "expired", "失效"
    NOT_YET = "not_yet", "尚未施行"

    @property
    def holds(self) -> bool:
        """Whether the document is in force, as first adopted or as amended."""
        return self in (Validity.IN_FORCE, Validity.AMENDED)

    @property
    def ended(self) -> bool:
        """Whether the document will never be in force again."""
        return self in (Validity.REPEALED, Validity.EXPIRED)


class Attachment(Part):
    file: FilePath = Field(
        title="文件", description="与本页同一文件夹下的路径", examples=["attachments/2026-00012-1.pdf"]
    )
    title: Text = Field(title="名称", description="读者看到的附件名")


class Record(Part):
    """One page of the archive, as staff type its header."""

    kind: str = Field(title="种类", description="决定这一页有哪些字段，见各表的标题")
    title: Title = Field(title="标题", description="读者看到的标题；可以更正，网址不变")
    serial: Serial = Field(
        title="流水号", description="年份-五位数；与文件名相同，一经使用不再改变", examples=["2026-00012"]
    )
    index_number: OrPending[Text] | None = Field(
        None,
        title="索引号",
        description="机构代码/流水号；由本站生成的，斜线后与流水号相同；转载的照原样写",
        examples=["XXXXXXXXX/2026-00012"],
    )
    issuing_organ: OrPending[Text] | None = Field(None, title="发布机构", description="机关全称")
    formed_on: OrPending[Day] | None = Field(None, title="成文日期", description="签发的日期，不是上网的日期")
    document_number: OrPending[Text] | None = Field(
        None, title="文号", description="机关代字〔年份〕序号，没有的留空", examples=["某府发〔2026〕3号"]
    )
    published_at: OrPending[Moment] | None = Field(
        None, title="发布时间", description="实际上网的时间，不得倒填", examples=["2026-04-20 09:30"]
    )
    validity: OrPending[Validity] | None = Field(
        None, title="文件有效性", description="行政规范性文件不用填，系统按日期和文件之间的关系推算"
    )
    category: str | None = Field(
        None,
        title="公开类别",
        description='政府信息公开条例第20条、第21条的项，加引号写，如 "20.15"',
        pattern=r"^2[01]\.[0-9]{1,2}$",
    )
    field: Slug | None = Field(
        None,
        title="公开领域",
        description="基层政务公开的领域，写 data/fields.yml 的 id",
        examples=["public-legal-services"],
    )
    meets: tuple[Slug, ...] = Field(
        (),
        title="应公开事项",
        description="本页公开了哪几项应公开的事项，写 data/required.yml、data/fields.yml 里事项的 id；系统自己认得的不用写",
    )
    summary: Title | None = Field(None, title="内容概述", description="一句话，不超过120字")
    late_reason: Text | None = Field(None, title="迟公开的原因", description="超过法定期限公开时说明原因")
    attachments: tuple[Attachment, ...] = Field((), title="附件")

    @property
    def serial_year(self) -> int:
        """The year of the serial."""
        return int(self.serial[:4])
