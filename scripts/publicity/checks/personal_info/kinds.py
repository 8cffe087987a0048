"""What each kind is called, how it is mended, and on what basis it may not go out."""

from __future__ import annotations

from dataclasses import dataclass

_PRIVACY = "政府信息公开条例 第十五条，个人信息保护法 第二十五条"
_SENSITIVE = "个人信息保护法 第二十八条、第二十九条"
_CHILDREN = "未成年人保护法 第四条，个人信息保护法 第二十八条"
_MASKING = "个人信息保护法 第五十一条、第七十三条"


@dataclass(frozen=True)
class Kind:
    """``says`` is what was found, with the masked form put in for ``{}``."""

    says: str
    cure: str
    basis: str = _PRIVACY


KINDS: dict[str, Kind] = {
    "identity_number": Kind(
        "有居民身份证号“{}”", "请删去；确需区分同名的，按设置里的样式遮盖，整个出生日期都要遮住", _SENSITIVE
    ),
    "bank_card": Kind("有银行卡号或账号“{}”", "请删去；确需核对的只留最后四位", _SENSITIVE),
    "mobile": Kind("有手机号“{}”", "请删去或写成 138****1234；办公用的号码写进 mkdocs.yml 的 office_phones"),
    "landline": Kind("有不在名单里的固定电话“{}”", "私人电话请删去；办公电话写进 mkdocs.yml 的 office_phones"),
    "travel_document": Kind("有护照、通行证或军人证件号“{}”", "请删去", _SENSITIVE),
    "plate": Kind("有车牌号“{}”", "请删去；确需公开的只留省份和最后一位"),
    "messenger": Kind("有微信号或QQ号“{}”", "请删去；公众号请写明是公众号"),
    "email": Kind("有个人邮箱“{}”", "请删去，改用机关的邮箱（写进 mkdocs.yml 的 contact.email）"),
    "home_address": Kind("姓名旁边有详细住址“{}”", "请只写到乡镇，或把姓名去标识化（如 韦某某）"),
    "household": Kind("有户口簿号或户号“{}”", "请删去"),
    "property": Kind("有不动产权证号“{}”", "请删去"),
    "birth": Kind(
        "遮盖的身份证号“{}”旁边有年龄或出生日期", "请删去年龄和出生日期：两样放在一起，原号只剩三十几种可能", _MASKING
    ),
    "mask": Kind("号码“{}”遮得不够", "请照 mkdocs.yml 的 masks 遮盖；身份证号的整个出生日期都要遮住", _MASKING),
    "minor": Kind("有未成年人的姓名“{}”", "请去标识化，如 韦某某，或只写人数", _CHILDREN),
    "health": Kind(
        "姓名“{}”旁边有健康、残疾或处境的情况", "请去掉姓名或病情；依法必须公示的，只在村（社区）公示", _SENSITIVE
    ),
}
DIFFERING = Kind(
    "同一个人的号码在全站有两种遮法“{}”，另一处在 {}", "请改成同一种样式：两种遮法合起来可以还原整个号码", _MASKING
)
