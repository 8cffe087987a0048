"""The application for government information: its fields, once, for the page, the paper and the Word file.

What must be in it is 政府信息公开条例 art. 29(2); the order of the groups is that of its three items. The regulation knows
no fixed form, and no reason has to be given.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from publicity.model.citation import to_chinese
from publicity.settings import Town

TITLE = "政府信息公开申请书"
OFFICE = "政府信息公开工作机构"
# What nobody has given yet is written by hand.
BLANK = "＿" * 12
BASIS = "依据《政府信息公开条例》第二十七条、第二十九条提出申请。"
SIGNED = ("申请人签名（单位盖章）：", "日期：　　　年　　月　　日")


@dataclass(frozen=True)
class Option:
    """One of a field's answers; ``needs`` names the field without which it cannot be done, ``without`` says so."""

    text: str
    needs: str = ""
    without: str = ""


@dataclass(frozen=True)
class Field:
    """``missing`` is said when the field is empty, and the fields of ``instead`` too; without it the field may stay empty.

    ``paper`` are the lines that a hand needs on paper. A ``private`` field is never kept, not even where the reader asks.
    ``when`` is when one of several that may stand for each other must be written after all.
    """

    name: str
    label: str
    help: str
    missing: str = ""
    instead: tuple[str, ...] = ()
    when: str = ""
    options: tuple[Option, ...] = ()
    type: Literal["text", "tel", "email"] = "text"
    autocomplete: str = "off"
    paper: int = 1
    private: bool = False

    @property
    def asked(self) -> str:
        """Whether it must be filled, in the words beside its label."""
        if not self.missing:
            return "可以不写"
        if not self.instead:
            return "必填"
        one_of = f"{to_chinese(len(self.instead) + 1)}样至少写一样"
        return f"{one_of}，{self.when}时写这一样" if self.when else one_of


@dataclass(frozen=True)
class Group:
    """``basis`` is the item of art. 29(2) that asks for it."""

    title: str
    basis: str
    fields: tuple[Field, ...]


_CONTACT = "电话、地址、邮箱，至少写一样"
_WANTED = "名称、文号、内容，至少写一样"

GROUPS = (
    Group(
        "申请人",
        "条例第二十九条第二款第一项",
        (
            Field(
                "kind",
                "申请人是",
                "村民自己申请的，选个人。",
                "请选个人还是单位",
                options=(Option("个人"), Option("单位（法人、其他组织）")),
            ),
            Field(
                "name", "姓名或者单位名称", "照证件上的写；单位写全称。", "请写姓名或者单位名称", autocomplete="name"
            ),
            Field(
                "document",
                "身份证明",
                "交申请书的时候，把证件带上或者附上。",
                "请选一种身份证明",
                options=(Option("居民身份证"), Option("营业执照等单位的登记证书"), Option("其他证件")),
            ),
            Field("number", "证件号码", "打印以后用笔写也行。这一项从来不存。", private=True),
            Field("person", "联系人", "单位申请的，写办这件事的人；个人不用写。"),
            Field("phone", "联系电话", "写打得通的。", _CONTACT, ("address", "email"), type="tel", autocomplete="tel"),
            Field(
                "address",
                "通信地址",
                "写清村、组、门牌和邮政编码。",
                _CONTACT,
                ("phone", "email"),
                "要邮寄",
                autocomplete="address-line1",
            ),
            Field(
                "email",
                "电子邮箱",
                "写常看的。",
                _CONTACT,
                ("phone", "address"),
                "要用邮件收",
                type="email",
                autocomplete="email",
            ),
        ),
    ),
    Group(
        "要什么信息",
        "条例第二十九条第二款第二项",
        (
            Field("title", "信息的名称", "一份申请书写一件事。不知道全名，写您知道的。", _WANTED, ("mark", "features")),
            Field(
                "mark",
                "文号",
                "文件的编号，样子像“某府发〔2026〕3号”。不知道，空着。",
                _WANTED,
                ("title", "features"),
            ),
            Field(
                "features",
                "内容和其他特征",
                "哪一年、哪个村、什么事，写得越清楚越好找。",
                _WANTED,
                ("title", "mark"),
                paper=4,
            ),
        ),
    ),
    Group(
        "怎样给您",
        "条例第二十九条第二款第三项",
        (
            Field(
                "form",
                "要什么样的",
                "机关保存的信息没有您要的样子时，可能换一种给您（条例第四十条）。",
                "请选纸质件还是电子件",
                options=(Option("纸质件"), Option("电子件")),
            ),
            Field(
                "way",
                "怎样拿到",
                "选您方便的一种。",
                "请选怎样拿到",
                options=(
                    Option("自己来取"),
                    Option("邮寄", "address", "您选了邮寄，请写通信地址"),
                    Option("电子邮件", "email", "您选了电子邮件，请写电子邮箱"),
                    Option("当面看、当面抄"),
                ),
            ),
        ),
    ),
)


def addressee(town: Town) -> tuple[str, ...]:
    """To whom it is written, a line each; what the settings do not say is left to be written by hand."""
    contact = town.contact
    return f"{town.organ}{contact.office or f'{BLANK}（{OFFICE}）'}", f"地址：{contact.address or BLANK}"


def how() -> str:
    """For a hand that fills the paper: what must be written and what need not."""
    several = [[field.label for field in group.fields if field.instead] for group in GROUPS]
    free = [field.label for group in GROUPS for field in group.fields if not field.missing]
    asked = [f"{'、'.join(labels)}至少写一样" for labels in several if labels]
    return f"填写说明：{'；'.join(asked)}；{'、'.join(free)}可以不写；其余都要写。"
