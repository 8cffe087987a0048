"""Where a text cites a statute or an official document, and which article of it.

Four ways of naming what is cited: 《…》; a document number; the bare name directly before 第…条; and 该法, 同条例 and
declared short names, where what they stand for is certain. Nothing here knows which statutes there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from publicity.model.citation import from_chinese

_HAN = "\u3400-\u9fff"
_NUMBER = "[零〇一二三四五六七八九十百千两0-9０-９]{1,9}"
_ITEM = rf"(?:第?\s?[（(]{_NUMBER}[)）](?:\s?[、，,和及或至]\s?第?[（(]{_NUMBER}[)）])*\s?项|第\s?{_NUMBER}\s?项)"
_PARAGRAPH = rf"第\s?{_NUMBER}\s?款"
# What a citation is made of, from left to right.
_TOKEN = re.compile(
    rf"《(?P<title>(?:[^《》]|《[^《》]{{1,100}}》){{1,200}})》"
    r"|(?P<year>[〔\[【［（(](?:19|20)[0-9]{2}[〕\]】］）)])\s?第?[0-9]{1,5}\s?号"
    rf"|第\s?(?P<articles>{_NUMBER}(?:[、，,]{_NUMBER}){{0,9}})\s?条(?:之{_NUMBER})?"
    rf"(?P<its_paragraph>\s?{_PARAGRAPH})?(?P<item>\s?{_ITEM})?"
    rf"|(?P<paragraph>{_PARAGRAPH})(?P<its_item>\s?{_ITEM})?"
    rf"|(?P<only_item>{_ITEM})"
)
_ONE = re.compile(_NUMBER)
_STATUTE_END = r"(?:法典|宪法|法|条例|办法|规定|细则|规则|规程|决定|准则)"
_MARKUP = r"(?:\*{1,3}|_{1,3}|\]\([^()\s]{0,300}\)|\s)*"
_BRACKET = r"(?:[（(][^（）()《》\n]{1,60}[)）])?"
# Between a name and its article: a version or number in brackets, 的, the part of a code.
_TO_PLACE = re.compile(
    rf"{_MARKUP}{_BRACKET}{_MARKUP}(?:的|中|之)?(?:第{_NUMBER}编|[{_HAN}]{{1,8}}编)?(?:第{_NUMBER}分编)?"
    rf"(?:第{_NUMBER}章)?(?:第{_NUMBER}节)?"
)
_AND = re.compile(r"\s?(?:[、，,；;]|和|及|与|或者?|以及|并|[、，,](?:以及|或者|和))\s?")
_TO = re.compile(r"\s?(?:至|到|[-—–－~～]{1,2})\s?")
# Also after a place: （《甲条例》第三条，下面简称条例）.
_DECLARES = re.compile(
    rf"{_MARKUP}(?:[（(][^（）()《》]{{0,60}}?|[，,]?)(?:以下|下文|下面|下)?(?:简称|统称)[为：:]?"
    r"[《“\"‘「『]?(?P<name>[^《》“”\"‘’「」『』（）()，,。；;、\s]{1,20})(?:[》”\"’」』]|(?=[）)，,。；;]))[)）]?"
)
_ENDING = re.compile(rf"([{_HAN}]{{2,60}}){_BRACKET}{_MARKUP}$")
# A bare name begins after a word that leads up to a title, or after one name and an "and".
_LEAD_IN = re.compile(
    r".*(?:^年(?:版|修[订正])?|依照|依据|根据|按照|违反|参照|符合|遵守|对照|参见|规定的|适用的|适用(?!法)|执行(?!法)|对(?!外)|见(?!义)|按(?!揭)|(?<!自)由|依|以|是|即|如|看|的|[这那][个部]"
    rf"|{_STATUTE_END}(?:和|与|及|或者|或|以及))(?=.{{2}})"
)
# The code of an organ can hold any character (依治办), so only words of two or more lead up to it.
_NUMBER_LEAD_IN = re.compile(r".*(?:依照|依据|根据|按照|参照|执行|印发|文件|通知|意见|参见|的)(?=.{2})")
_CODE = re.compile(rf"[{_HAN}]+$")
_WHOLE_NAME = re.compile(rf"(?:.+{_STATUTE_END}|宪法|刑法)")
_NO_NAME = frozenset(
    ("办法", "规定", "决定", "准则", "方法", "司法", "执法", "依法", "合法", "违法", "普法", "立法", "旧法", "新法")
)
_STANDS_FOR = re.compile(r"(?:本(?P<ours>法|条例)|[该同](?P<kind>法典|法|条例|办法|规定|细则|规则))$")
_VERSION = re.compile(r"(?:[（(][^（）()]{1,30}[)）])+$")
_SENTENCE_END = re.compile(r"[。！？!?|]|\n\s*\n")


@dataclass(frozen=True)
class Citation:
    """One place of one statute or document.

    ``written`` is the exact text, ``start`` and ``end`` its offsets in the text searched; ``title`` is what stands in
    《》 (a declared short name is replaced by what it stands for), or a document number. In a list each place is one
    citation, and those after the first are written without the title. ``last_article`` ends a range.
    """

    written: str
    title: str
    article: int | None
    last_article: int | None
    paragraph: int | None
    item: int | None
    start: int
    end: int


def find_citations(text: str, aliases: Mapping[str, str] = MappingProxyType({})) -> Iterator[Citation]:
    """In order of place, none overlapping. ``aliases``: what short names declared before ``text`` stand for."""
    if "《" in text or "第" in text or "号" in text:
        yield from _Reader(text, aliases).read()


def declared_aliases(text: str) -> Mapping[str, str]:
    """Short names that the text itself declares: 《政府信息公开条例》（下面简称条例）."""
    if "称" not in text:
        return {}
    reader = _Reader(text, {})
    for _ in reader.read():
        pass
    return reader.aliases


class _Reader:
    """Goes through a text once. ``held`` is the last citation, which the next token may still lengthen; ``reach`` is
    where it ends, with the short name declared behind it.
    """

    def __init__(self, text: str, aliases: Mapping[str, str]) -> None:
        self.text = text
        self.aliases = dict(aliases)
        self.held: Citation | None = None
        self.reach = 0
        self.named: list[Citation] = []

    def read(self) -> Iterator[Citation]:
        for token in _TOKEN.finditer(self.text):
            found = self._cited(token) if token.start() >= self.reach else []
            for one in found:
                if self.held is not None and one.start > self.held.start:
                    yield self.held
                self.held = one
            if self.held is not None and found:
                self.named.append(self.held)
                self.reach = max(self.held.end, self._declared(self.held))
        if self.held is not None:
            yield self.held

    def _cited(self, token: re.Match[str]) -> list[Citation]:
        """What the token cites; one that begins where the held citation does takes its place."""
        if (title := token["title"]) is not None:
            return [self._whole(self.aliases.get(title, "".join(title.split())), token.start(), token.end())]
        if token["year"]:
            return self._numbered(token)
        return self._goes_on(token) or (self._begins(token) if token["articles"] else [])

    def _numbered(self, token: re.Match[str]) -> list[Citation]:
        """The document whose number ends with the token; the code of its organ stands before."""
        begin = max(self.reach + self._joined(self.reach), token.start() - 24)
        code = _CODE.search(self.text[begin : token.start()])
        if code is None:
            return []
        start = token.start() - len(code[0]) + _after(_NUMBER_LEAD_IN, code[0])
        return [self._whole(self.text[start : token.end()], start, token.end())]

    def _whole(self, title: str, start: int, end: int) -> Citation:
        return Citation(self.text[start:end], title, None, None, None, None, start, end)

    def _goes_on(self, token: re.Match[str]) -> list[Citation]:
        """The place of the title just named, the end of a range, or the next place of a list."""
        held = self.held
        if held is None:
            return []
        gap = self.text[self.reach : token.start()]
        if held.article is None:
            bracketed = gap in ("（", "(")
            if not token["articles"] or not (bracketed or _TO_PLACE.fullmatch(gap)):
                return []
            return self._places(token, held.title, token.start() if bracketed else held.start)
        if _TO.fullmatch(gap):
            (end, *more) = self._places(token, held.title, token.start())
            last = end.article if token["articles"] else held.last_article
            return [replace(held, written=self.text[held.start : end.end], last_article=last, end=end.end), *more]
        if not _AND.fullmatch(gap):
            return []
        return self._places(token, held.title, token.start(), held)

    def _begins(self, token: re.Match[str]) -> list[Citation]:
        """A place behind a bare name, a declared short name, or a word that stands for a name in the same sentence."""
        begin = max(self.reach + self._joined(self.reach), token.start() - 120)
        before = self.text[begin : token.start()]
        if (run := _ENDING.search(before)) is None:
            return []
        words, start = run[1], token.start() - len(before) + run.start(1)
        if (stands := _STANDS_FOR.search(words)) is not None:
            title = self._antecedent(stands["ours"] or stands["kind"], start)
            return self._places(token, title, start + stands.start()) if title else []
        offset = _after(_LEAD_IN, words)
        name = words[offset:]
        if name in self.aliases:
            return self._places(token, self.aliases[name], start + offset)
        if name in _NO_NAME or not _WHOLE_NAME.fullmatch(name):
            return []
        return self._places(token, name, start + offset)

    def _places(self, token: re.Match[str], title: str, start: int, before: Citation | None = None) -> list[Citation]:
        """The places of one token; the article and paragraph it leaves unsaid are those of the one ``before`` it."""
        item = _number(token["item"] or token["its_item"] or token["only_item"])
        if token["articles"] is None:
            article, paragraph = (before.article, before.paragraph) if before else (None, None)
            if token["paragraph"]:
                paragraph = _number(token["paragraph"])
            return [Citation(self.text[start : token.end()], title, article, None, paragraph, item, start, token.end())]
        found = []
        *firsts, last = _ONE.finditer(self.text, token.start("articles"), token.end("articles"))
        for number in firsts:
            end = number.end()
            found.append(Citation(self.text[start:end], title, from_chinese(number[0]), None, None, None, start, end))
            start = end + 1
        article, paragraph, end = from_chinese(last[0]), _number(token["its_paragraph"]), token.end()
        return [*found, Citation(self.text[start:end], title, article, None, paragraph, item, start, end)]

    def _declared(self, cited: Citation) -> int:
        """Remember the short name declared right behind a citation; where the declaration ends."""
        found = _DECLARES.match(self.text, cited.end)
        if found is None:
            return cited.end
        self.aliases["".join(found["name"].split())] = cited.title
        return found.end()

    def _joined(self, place: int) -> int:
        """The length of the "and" that joins what begins at ``place`` to the citation before it."""
        found = _AND.match(self.text, place) if self.held is not None and place == self.reach else None
        return found.end() - place if found else 0

    def _antecedent(self, kind: str, place: int) -> str | None:
        """The one title of that kind named before ``place`` in its sentence; None where there are more, or none."""
        begins = max((end.end() for end in _SENTENCE_END.finditer(self.text, 0, place)), default=0)
        kinds = ("法", "法典") if kind == "法" else (kind,)
        titles = {one.title for one in self.named if one.start >= begins and plain_title(one.title).endswith(kinds)}
        return titles.pop() if len(titles) == 1 else None


def plain_title(title: str) -> str:
    """The title without the version in brackets behind it: 行政处罚法（2021修订）, 办法（试行）."""
    return _VERSION.sub("", title)


def _after(lead_in: re.Pattern[str], words: str) -> int:
    """Where the bare name begins in the words that end with it."""
    found = lead_in.match(words)
    return found.end() if found else 0


def _number(words: str | None) -> int | None:
    """The first number in the words."""
    found = _ONE.search(words) if words else None
    return from_chinese(found[0]) if found else None
