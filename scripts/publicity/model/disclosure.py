"""法定主动公开内容, and 行政规范性文件 as the kind of it that has a life in time."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from publicity.model.fields import Choice, Day, Moment, OrPending, Part, Serial, Text
from publicity.model.record import Record


class DisclosureItem(Record):
    """One item of what 政府信息公开条例 art. 20 and 21 make public."""

    kind: Literal["disclosure_item"] = Field(title="种类", description="决定这一页有哪些字段，见各表的标题")
    issuing_organ: OrPending[Text] = Field(title="发布机构", description="机关全称")
    formed_on: OrPending[Day] = Field(title="成文日期", description="签发的日期，不是上网的日期")
    published_at: OrPending[Moment] = Field(
        title="发布时间", description="实际上网的时间，不得倒填", examples=["2026-04-20 09:30"]
    )
    category: str = Field(
        title="公开类别",
        description='政府信息公开条例第20条、第21条的项，加引号写，如 "20.15"',
        pattern=r"^2[01]\.[0-9]{1,2}$",
    )
    approved_on: Day | None = Field(
        None, title="批准日期", description="预算、决算填写：本级人民代表大会批准的日期，公开期限从这天算起"
    )


class ReviewOutcome(Choice):
    """What a periodic review (清理) decided; 需要修改 announces an amendment and is none itself."""

    KEEP = "keep", "继续有效"
    AMEND = "amend", "需要修改"
    REPEAL = "repeal", "宣布废止"
    EXPIRE = "expire", "宣布失效"


class Review(Part):
    """One periodic review, or a decision of another organ that ended the document."""

    reviewed_on: Day = Field(title="清理日期", description="公布清理结果的日期；宣布废止、失效的从这一天起算")
    outcome: ReviewOutcome = Field(title="清理结果")
    reference: OrPending[Text] | None = Field(None, title="清理结果的文号或者名称")


class NormativeDocument(DisclosureItem):
    """行政规范性文件: in force from one day, until another, and reviewed before it was issued.

    Whether it is in force is computed from its dates and from what others say of it (enrich/validity.py).
    """

    kind: Literal["normative_document"] = Field(title="种类", description="决定这一页有哪些字段，见各表的标题")  # type: ignore[assignment]
    effective_on: OrPending[Day] = Field(title="施行日期")
    expires_on: OrPending[Day] | None = Field(
        None, title="有效期至", description="有效期的最后一天，当天仍然有效，次日起失效；文件没有规定有效期的留空"
    )
    review_reference: OrPending[Text] = Field(title="合法性审核意见", description="审核机构和意见文号")
    filing_reference: OrPending[Text] | None = Field(None, title="备案编号")
    amends: tuple[Serial, ...] = Field((), title="修改的文件", description="被本文件修改的文件的流水号")
    repeals: tuple[Serial, ...] = Field((), title="废止的文件", description="被本文件废止的文件的流水号")
    replaced_by: Serial | None = Field(None, title="取代本文件的文件", description="取代本文件的文件的流水号")
    reviews: tuple[Review, ...] = Field((), title="清理", description="历次清理；由别的机关宣布废止、失效的也写在这里")

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> NormativeDocument:
        begins, ends = self.effective_on, self.expires_on
        if not isinstance(begins, str) and ends is not None and not isinstance(ends, str) and ends < begins:
            raise PydanticCustomError("expected", "失效早于施行", {"expected": "有效期的最后一天不早于施行日期"})
        return self
