"""An archive of synthetic disclosure documents for measuring search: any number of them, each made anew when asked for.

A document depends on the seed, its number and the size of the archive only, so 100,000 need no more memory than one.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from search_words import MIXED, STOCK, TERMS, TRADITIONAL, person, village, vocabulary, zipf

from publicity.search.document import AttachedText, Document, Source

LAST_DAY, YEARS = date(2026, 11, 20), 12
# Few pages stand before the others, however large the archive: the guide, the yearly reports.
WEIGHTED = 24
KINDS = (("公开件", 70), ("执法结果", 16), ("规范性文件", 7), ("程序公告", 5), ("普法活动", 2))
VALIDITIES = (("", 60), ("有效", 25), ("已失效", 10), ("已废止", 5))
ORGANS = (("青石镇人民政府", 70), ("青石镇综合行政执法队", 15), ("青石镇财政所", 8), ("云岭县民政局", 5), ("", 2))
CATEGORIES = (
    "机关职能", "规划计划", "统计信息", "行政许可", "行政处罚和强制", "财政预算决算", "行政事业性收费", "政府采购",
    "重大建设项目", "社会救助", "应急管理", "监督检查", "人事招考", "规范性文件", "其他",
)  # fmt: skip
TITLES = ("通知", "公告", "公示", "批复", "实施方案", "情况报告", "意见", "公示名单")
WIDE_SHARE, TABLE_SHARE, ATTACHMENT_SHARE = 0.05, 0.40, 0.10
TRADITIONAL_EVERY = 200
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


class Corpus:
    """``count`` documents, numbered from 0; the higher the number, the newer on the whole."""

    def __init__(self, count: int, seed: int = 1) -> None:
        self.count, self._seed = count, seed
        self._words = vocabulary()
        self._weights = zipf(self._words)

    def sources(self) -> Iterator[Source]:
        """All documents to come, the oldest first."""
        return map(self.source, range(self.count))

    def source(self, number: int) -> Source:
        weight = 0 if number >= WEIGHTED else 1 + number % 2
        return Source(self._url(number), weight, self._day(number), partial(self.document, number))

    def changed(self, number: int) -> Source:
        """The same document after an edit: a word in the title, another paragraph in the middle."""
        document, other = self.document(number), self.document(number + self.count)
        middle = len(document.blocks) // 2
        blocks = (*document.blocks[:middle], other.blocks[-1], *document.blocks[middle + 1 :])
        edited = replace(document, title=document.title + "（修订）", blocks=blocks)
        return Source(document.url, self.source(number).weight, self._day(number), lambda: edited)

    def document(self, number: int) -> Document:
        """The document of that number, the same at every call."""
        chance = self._chance(number)
        year = (self._day(number) or LAST_DAY).year
        numbers = (f"{year}-{1_800_000 + number * 7 % 199_999}", f"青府发〔{year}〕{number % 300 + 1}号")
        terms = [term for term, share in TERMS.items() if chance.random() < share]
        title = self._title(chance, terms)
        organ = _pick(chance, ORGANS)
        facts = ("索引号", numbers[0], "发文字号", numbers[1], "发布机构", organ, "标题", title)
        return Document(
            url=self._url(number),
            title=title,
            numbers=numbers if chance.random() < 0.9 else numbers[:1],
            blocks=(*filter(None, facts), *self._body(chance, number, terms)),
            attachments=tuple(self._attachments(chance, number)),
            kind="公开指南和年度报告" if number < WEIGHTED else _pick(chance, KINDS),
            category=chance.choice(CATEGORIES),
            validity=_pick(chance, VALIDITIES),
            organ=organ,
        )

    def _chance(self, number: int) -> random.Random:
        return random.Random(f"{self._seed} {number}")

    def _day(self, number: int) -> date | None:
        """Over twelve years, newer years fuller; every third of the pages that stand before the others has none."""
        if number < WEIGHTED and number % 3 == 0:
            return None
        span, jitter = YEARS * 365, random.Random(f"day {self._seed} {number}").randint(0, 40)
        share = ((number % self.count) / self.count) ** 0.7
        return LAST_DAY - timedelta(days=span - int(share * (span - 40)) - jitter)

    def _url(self, number: int) -> str:
        if number == 0:
            return ""
        day = self._day(number)
        return f"disclosure/{day.year}/{day.year}-{number:05d}/" if day else f"guide/{number}/"

    def _title(self, chance: random.Random, terms: list[str]) -> str:
        subject = self._text(chance, chance.randint(3, 7))
        if terms and chance.random() < 0.4:
            subject = chance.choice(terms) + subject
        return f"关于{subject}的{chance.choice(TITLES)}"

    def _text(self, chance: random.Random, words: int) -> str:
        return "".join(chance.choices(self._words, cum_weights=self._weights, k=words))

    def _body(self, chance: random.Random, number: int, terms: list[str]) -> Iterator[str]:
        """Headings and paragraphs, about 3,100 Han characters at the median; terms and names strewn among them."""
        places = self._strewn(chance, number, terms)
        size = min(20_000, max(300, chance.lognormvariate(8.06, 0.45)))
        written, part = 0, 0
        while written < size or places:
            if part % 3 == 0:
                yield f"{'一二三四五六七八九十'[part // 3 % 10]}、{self._text(chance, 4)}"
            paragraph = self._paragraph(chance, [places.pop() for _ in range(min(len(places), 3))])
            if chance.random() < WIDE_SHARE:
                paragraph = paragraph.translate(_WIDE)
            yield paragraph
            written, part = written + len(paragraph), part + 1
        if number % TRADITIONAL_EVERY == 7:
            yield TRADITIONAL[number // TRADITIONAL_EVERY % len(TRADITIONAL)]
        if chance.random() < TABLE_SHARE:
            yield from _table(chance, number)

    def _strewn(self, chance: random.Random, number: int, terms: list[str]) -> list[str]:
        """What must stand somewhere in the text: terms, mixed Latin, people and villages near in number."""
        found = [f"{term}{self._text(chance, 2)}" for term in terms for _ in range(chance.randint(1, 3))]
        found += [
            f"{self._text(chance, 1)}{one}{self._text(chance, 1)}" for one in MIXED if chance.random() < MIXED[one]
        ]
        found += [
            f"{_near_person(chance, number)}同志",
            f"{_near_village(chance, number)}村民{_near_person(chance, number)}",
        ]
        if chance.random() < 0.3:
            found.append(f"依照青府发〔{chance.randint(2015, 2026)}〕{chance.randint(1, 300)}号文件")
        chance.shuffle(found)
        return found

    def _paragraph(self, chance: random.Random, strewn: list[str]) -> str:
        parts = [chance.choice(STOCK)] if chance.random() < 0.25 else []
        for _ in range(chance.randint(2, 5)):
            clauses = [self._text(chance, chance.randint(4, 9)) for _ in range(chance.randint(1, 3))]
            if strewn:
                clauses.insert(chance.randint(0, len(clauses)), strewn.pop())
            parts.append("，".join(clauses) + chance.choice("。。。。；"))
        if chance.random() < 0.3:
            parts.append(
                f"共投入资金{chance.randint(1, 9000) / 10}万元，惠及{chance.randint(2, 900)}户 {chance.randint(5, 4000)} 人。"
            )
        return "".join(parts) + "".join(strewn)

    def _attachments(self, chance: random.Random, number: int) -> Iterator[AttachedText]:
        if chance.random() >= ATTACHMENT_SHARE:
            return
        blocks = [self._paragraph(chance, [_near_person(chance, number)]) for _ in range(chance.randint(2, 24))]
        blocks += list(_table(chance, number)) if chance.random() < 0.5 else []
        yield AttachedText(
            f"{self._url(number)}附件{number}.pdf", f"附件：{self._text(chance, 3)}明细表", tuple(blocks)
        )


def _pick(chance: random.Random, shares: tuple[tuple[str, int], ...]) -> str:
    return chance.choices([one for one, _ in shares], [share for _, share in shares])[0]


def _near_person(chance: random.Random, number: int) -> str:
    return person(number // 3 + chance.randint(0, 5))


def _near_village(chance: random.Random, number: int) -> str:
    return village(number // 5 + chance.randint(0, 2))


def _table(chance: random.Random, number: int) -> Iterator[str]:
    yield from ("序号", "姓名", "所在村", "金额（元）")
    for row in range(1, 13):
        yield from (
            str(row),
            _near_person(chance, number),
            _near_village(chance, number),
            f"{chance.randint(50, 9000)}.00",
        )
