"""The three statutory tables of a yearly disclosure report, as data.

Rows, columns and their labels are those of the form of 国办公开办函〔2021〕30号, whose first reports are those of 2021.
"""

from __future__ import annotations

from typing import Any

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from publicity.model.fields import TO_FILL, Amount, Part, Whole

FORM = "国办公开办函〔2021〕30号"
FORM_SINCE = 2021


class Figures(Part):
    """One row of a table. Cells that nobody has filled yet are told together, not one by one."""

    @model_validator(mode="before")
    @classmethod
    def _is_filled(cls, values: Any) -> Any:
        if isinstance(values, dict):
            titles = {name: field.title or name for name, field in cls.model_fields.items()}
            empty = [titles[name] for name in titles if name in values and values[name] in (None, TO_FILL)]
            if empty:
                which = "整行" if len(empty) == len(titles) else "、".join(empty)
                why = f"{which}还没有填（空着，或还是{TO_FILL}）"
                raise PydanticCustomError("expected", "{why}", {"why": why, "expected": "每格一个整数，没有发生的填 0"})
        return values


class Made(Figures):
    """One row of art. 20 item 1: made, repealed, in force at the end of the year."""

    made: Whole = Field(title="本年制发件数", ge=0)
    repealed: Whole = Field(title="本年废止件数", ge=0)
    in_force: Whole = Field(title="现行有效件数", ge=0)


class Published(Part):
    """二、主动公开政府信息情况. A single figure's description is the heading of its column in the form."""

    rules: Made = Field(title="规章")
    normative_documents: Made = Field(title="行政规范性文件")
    licences: Whole = Field(title="行政许可", description="本年处理决定数量", ge=0)
    penalties: Whole = Field(title="行政处罚", description="本年处理决定数量", ge=0)
    coercions: Whole = Field(title="行政强制", description="本年处理决定数量", ge=0)
    fees: Amount = Field(title="行政事业性收费", description="本年收费金额（单位：万元）", ge=0)


class Applicants(Figures):
    """One row of the table of applications, by who applied."""

    natural_person: Whole = Field(title="自然人", ge=0)
    company: Whole = Field(title="商业企业", ge=0)
    research: Whole = Field(title="科研机构", ge=0)
    welfare: Whole = Field(title="社会公益组织", ge=0)
    legal_service: Whole = Field(title="法律服务机构", ge=0)
    other: Whole = Field(title="其他", ge=0)
    total: Whole = Field(title="总计", ge=0)


class Refused(Part):
    """（三）不予公开, by its eight grounds."""

    state_secret: Applicants = Field(title="1.属于国家秘密")
    forbidden_by_law: Applicants = Field(title="2.其他法律行政法规禁止公开")
    safety: Applicants = Field(title="3.危及“三安全一稳定”")
    third_party: Applicants = Field(title="4.保护第三方合法权益")
    internal: Applicants = Field(title="5.属于三类内部事务信息")
    in_process: Applicants = Field(title="6.属于四类过程性信息")
    case_file: Applicants = Field(title="7.属于行政执法案卷")
    inquiry: Applicants = Field(title="8.属于行政查询事项")


class Impossible(Part):
    """（四）无法提供."""

    not_held: Applicants = Field(title="1.本机关不掌握相关政府信息")
    must_be_made: Applicants = Field(title="2.没有现成信息需要另行制作")
    still_unclear: Applicants = Field(title="3.补正后申请内容仍不明确")


class NotHandled(Part):
    """（五）不予处理."""

    petition: Applicants = Field(title="1.信访举报投诉类申请")
    repeated: Applicants = Field(title="2.重复申请")
    publication: Applicants = Field(title="3.要求提供公开出版物")
    excessive: Applicants = Field(title="4.无正当理由大量反复申请")
    confirmation: Applicants = Field(title="5.要求行政机关确认或重新出具已获取信息")


class OtherEnding(Part):
    """（六）其他处理."""

    not_corrected: Applicants = Field(title="1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请")
    fee_unpaid: Applicants = Field(title="2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请")
    other: Applicants = Field(title="3.其他")


class Results(Part):
    """三、本年度办理结果."""

    granted: Applicants = Field(title="（一）予以公开")
    partly_granted: Applicants = Field(title="（二）部分公开（区分处理的，只计这一情形，不计其他情形）")
    refused: Refused = Field(title="（三）不予公开")
    impossible: Impossible = Field(title="（四）无法提供")
    not_handled: NotHandled = Field(title="（五）不予处理")
    other: OtherEnding = Field(title="（六）其他处理")
    total: Applicants = Field(title="（七）总计")


class Applications(Part):
    """三、收到和处理政府信息公开申请情况."""

    received: Applicants = Field(title="一、本年新收政府信息公开申请数量")
    carried_in: Applicants = Field(title="二、上年结转政府信息公开申请数量")
    results: Results = Field(title="三、本年度办理结果")
    carried_out: Applicants = Field(title="四、结转下年度继续办理")


class Outcomes(Figures):
    """One kind of case, by how it ended."""

    upheld: Whole = Field(title="结果维持", ge=0)
    corrected: Whole = Field(title="结果纠正", ge=0)
    other: Whole = Field(title="其他结果", ge=0)
    pending: Whole = Field(title="尚未审结", ge=0)
    total: Whole = Field(title="总计", ge=0)


class Disputes(Part):
    """四、政府信息公开行政复议、行政诉讼情况."""

    reconsideration: Outcomes = Field(title="行政复议")
    suit_directly: Outcomes = Field(title="未经复议直接起诉")
    suit_after: Outcomes = Field(title="复议后起诉")


class DisclosureTables(Part):
    """The three tables together."""

    published: Published = Field(title="二、主动公开政府信息情况")
    applications: Applications = Field(title="三、收到和处理政府信息公开申请情况")
    disputes: Disputes = Field(title="四、政府信息公开行政复议、行政诉讼情况")
