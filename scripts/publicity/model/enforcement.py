"""执法事项 (basis and powers) and 执法结果."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from publicity.model.fields import Amount, Choice, Day, Flag, LegalBasis, OrPending, Part, Serial, Text
from publicity.model.record import Record


class PowerKind(Choice):
    """The ten kinds of administrative power that lists of powers are kept by."""

    LICENCE = "licence", "行政许可"
    PENALTY = "penalty", "行政处罚"
    COERCION = "coercion", "行政强制"
    LEVY = "levy", "行政征收"
    PAYMENT = "payment", "行政给付"
    INSPECTION = "inspection", "行政检查"
    CONFIRMATION = "confirmation", "行政确认"
    REWARD = "reward", "行政奖励"
    ADJUDICATION = "adjudication", "行政裁决"
    OTHER = "other", "其他行政权力"


class Topic(Choice):
    """What a resident would look under, in the order in which the topics are shown."""

    LAND = "land", "建房和土地"
    WOODS = "woods", "山林和草地"
    FARMING = "farming", "种地和农民负担"
    SURROUNDINGS = "surroundings", "村容和公共场所"
    VILLAGE = "village", "村务、选举和集体财产"
    SCHOOL = "school", "孩子上学"
    AID = "aid", "困难救助和帮扶"


class Elsewhere(Part):
    """A matter that people bring here, and that another organ sees to."""

    matter: Text = Field(title="什么事", description="用群众的话写", examples=["单位和单位争土地"])
    organ: OrPending[Text] = Field(title="找谁")
    basis: tuple[LegalBasis, ...] = Field((), title="依据")


class EnforcementItem(Record):
    """One power: what it rests on, who holds it, how far it goes, who watches it, what one can do about it."""

    kind: Literal["enforcement_item"] = Field(title="种类", description="决定这一页有哪些字段，见各表的标题")
    power_kind: PowerKind = Field(title="职权类别")
    verified: Flag = Field(title="已经本机关核定", description="本机关确认前写 false")
    legal_bases: tuple[LegalBasis, ...] = Field(title="法律依据", min_length=1)
    implementing_organ: Text = Field(title="实施主体")
    applies_to: Text = Field(title="适用对象")
    conditions: tuple[Text, ...] = Field((), title="行使条件")
    limits: tuple[Text, ...] = Field((), title="权限边界")
    supervision: tuple[Text, ...] = Field((), title="监督方式")
    remedies: tuple[Text, ...] = Field((), title="救济渠道")
    time_limit: OrPending[Text] = Field(title="办理时限")
    procedures: tuple[Serial, ...] = Field((), title="办理程序", description="执法程序页的流水号")
    topic: Topic | None = Field(None, title="事情归类", description="在“谁管这件事”里排在哪一类；不写的排在最后")
    matters: tuple[Text, ...] = Field(
        (),
        title="群众的说法",
        description="群众来问时会怎么说这件事，一行一句",
        examples=["邻居没办乡村建设规划许可证就盖房"],
    )
    elsewhere: tuple[Elsewhere, ...] = Field(
        (), title="不归本机关管的", description="容易找错门的事；写明归谁管，须与权限边界一致"
    )


class ResultKind(Choice):
    LICENCE = "licence", "行政许可"
    PENALTY = "penalty", "行政处罚"
    COERCION = "coercion", "行政强制"
    INSPECTION = "inspection", "行政检查"
    OTHER = "other", "其他"


class PartyKind(Choice):
    NATURAL_PERSON = "natural_person", "自然人"
    LEGAL_PERSON = "legal_person", "法人"
    OTHER = "other", "非法人组织"


class Withdrawal(Part):
    """The decision was revoked, found unlawful or must be made anew (国办发〔2018〕118号; 行政处罚法 art. 48)."""

    annulled_on: Day | None = Field(
        None, title="变更撤销日期", description="原决定被变更、撤销、确认违法或者确认无效的日期；撤下的期限从这天算起"
    )
    withdrawn_on: Day = Field(title="撤下日期")
    reason: Text = Field(title="撤下原因")


class EnforcementResult(Record):
    """双公示 fields. There is no field for an identity number: it is never published."""

    kind: Literal["enforcement_result"] = Field(title="种类", description="决定这一页有哪些字段，见各表的标题")
    result_kind: ResultKind = Field(title="执法类别")
    decision_number: OrPending[Text] = Field(title="决定书文号")
    decided_on: OrPending[Day] = Field(title="决定日期")
    party_kind: PartyKind = Field(title="行政相对人类别")
    party_name: OrPending[Text] = Field(title="行政相对人名称", description="自然人须去标识化，如“韦某某”")
    party_credit_code: str | None = Field(
        None, title="统一社会信用代码", description="仅法人和非法人组织填写", pattern=r"^[0-9A-Z]{18}$"
    )
    item: Serial | None = Field(None, title="执法事项", description="执法职权页的流水号")
    facts: OrPending[Text] = Field(title="违法事实或许可内容")
    legal_bases: tuple[LegalBasis, ...] = Field(title="依据", min_length=1)
    outcome: OrPending[Text] = Field(title="执法结论")
    fine: Amount | None = Field(None, title="罚款金额（万元）", ge=0)
    confiscated: Amount | None = Field(None, title="没收金额（万元）", ge=0)
    valid_until: Day | None = Field(None, title="有效期至")
    public_until: Day | None = Field(None, title="公示截止期")
    deciding_organ: OrPending[Text] = Field(title="执法机关")
    withdrawal: Withdrawal | None = Field(None, title="撤下")
