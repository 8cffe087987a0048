"""法治政府建设报告, 自查自评, 政府信息公开年度报告."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from publicity.model.disclosure_tables import DisclosureTables
from publicity.model.fields import Amount, Choice, Day, OrPending, Part, Text, Whole
from publicity.model.record import Record

# Places of a report that are not sections of its body.
HEADER, INTRO = "header", "intro"


class ReportKind(Choice):
    RULE_OF_LAW = "rule_of_law", "法治政府建设年度报告"
    SELF_ASSESSMENT = "self_assessment", "法治政府建设自查自评"
    DISCLOSURE_ANNUAL = "disclosure_annual", "政府信息公开工作年度报告"


class Confidence(Choice):
    """How sure we are that the source is wrong there."""

    HIGH = "high", "确定"
    MEDIUM = "medium", "很可能"
    LOW = "low", "存疑"


class ProofreadingRule(Choice):
    """A rule whose findings an erratum may answer for the whole text."""

    HALF_WIDTH = "half-width", "半角标点"
    STRAY_SPACE = "stray-space", "汉字之间的空格"
    ORGAN_NAME = "organ-name", "机关名称混用"
    RELATIVE_YEAR = "relative-year", "今年、去年"


class Fact(Part):
    """A number the text states, with the section it stands in."""

    label: Text = Field(title="指标")
    value: Amount = Field(title="数值")
    unit: Text = Field(title="单位")
    section: Text = Field(title="出处", description="正文小节的标识，如 leadership")
    note: Text | None = Field(None, title="说明")


class Erratum(Part):
    """A known error of the source. The text itself stays as it is."""

    number: Whole = Field(title="序号", ge=1)
    section: Text = Field(title="位置", description="header 指文件头，intro 指开头，其余为小节的标识")
    original: Text | None = Field(
        None, title="原文", description="与正文一字不差，且在正文中只出现一次；属于缺漏的留空"
    )
    corrected: Text | None = Field(None, title="应为", description="不知道的留空")
    confidence: Confidence = Field(title="把握")
    note: Text = Field(title="说明")
    rule: ProofreadingRule | None = Field(
        None, title="校对规则", description="说的是全文、没有原文可抄的，写校对规则的名称，校对时不再提示"
    )


class AnnualReport(Record):
    """A yearly report, word for word, with its facts and its errata beside it."""

    kind: Literal["annual_report"] = Field(title="种类", description="决定这一页有哪些字段，见各表的标题")
    title_note: Text | None = Field(None, title="标题说明", description="原件没有标题等情况")
    report_kind: ReportKind = Field(title="报告种类")
    year: Whole = Field(title="报告年度", ge=1949, le=2100)
    signed_on: OrPending[Day] | None = Field(None, title="落款日期")
    signed_by: OrPending[Text] | None = Field(None, title="落款机关")
    facts: tuple[Fact, ...] = Field((), title="主要数据")
    errata: tuple[Erratum, ...] = Field((), title="勘误")
    tables: DisclosureTables | None = Field(
        None, title="法定统计表", description="仅政府信息公开工作年度报告填写；新建这种报告时给出空白表"
    )

    @model_validator(mode="after")
    def _tables_belong_to_disclosure(self) -> AnnualReport:
        if self.tables is not None and self.report_kind is not ReportKind.DISCLOSURE_ANNUAL:
            raise PydanticCustomError(
                "expected", "统计表放错了", {"expected": "只在 report_kind: disclosure_annual 时填写 tables"}
            )
        return self
