"""What a rule says, in one sentence for readers: one function for each kind of rule."""

from __future__ import annotations

from functools import singledispatch

from publicity.rules.article_changes import ArticleChange
from publicity.rules.catalogue import Category
from publicity.rules.deadlines import DeadlineRule, Recurs, Sense
from publicity.rules.entries import Entry
from publicity.rules.glossary import Term
from publicity.rules.inspection import ColumnRule, GuideElement, Indicator
from publicity.rules.local_statutes import LocalStatute
from publicity.rules.markup import AllowedMarkup
from publicity.rules.normative import NormativeRule
from publicity.rules.publicity_days import PublicityDay, When
from publicity.rules.required import GROUP_LABELS, WEIGHT_LABELS, DisclosureField, Required
from publicity.rules.wording import Characters, Name, Order, Pairs, Rates, Repeats
from publicity.view.clock import chinese_day

WEEKDAYS = ("一", "二", "三", "四", "五", "六", "日")


@singledispatch
def words_of(rule: Entry) -> str:
    """A rule that is nothing but its id says that."""
    return rule.id


@words_of.register
def _(rule: DeadlineRule) -> str:
    parts = [rule.wording]
    if rule.event:
        parts.append(_starting(rule))
    if rule.extension is not None:
        parts.append(f"可以延长：{rule.extension.wording}")
    if rule.suspended_by:
        parts.append(f"不计入的时间：{'、'.join(rule.suspended_by)}")
    if rule.restarts_on:
        parts.append(f"“{rule.restarts_on}”以后重新计算")
    return "；".join(parts)


@words_of.register
def _(rule: Category) -> str:
    return f"{rule.holds} 公开时限：{rule.limit}"


@words_of.register
def _(rule: Required) -> str:
    limit = f"时限：{rule.limit}。" if rule.limit else ""
    only_if = f"{rule.only_if}的才公开。" if rule.only_if else ""
    return f"{rule.holds}{limit}{only_if}（{GROUP_LABELS[rule.group]}；{WEIGHT_LABELS[rule.weight]}）"


@words_of.register
def _(rule: DisclosureField) -> str:
    return "基层政务公开的一个领域" + (f"，包括类别 {'、'.join(rule.categories)}" if rule.categories else "")


@words_of.register
def _(rule: ColumnRule) -> str:
    age = f"超过{rule.span_words}没有新内容的，算逾期" if rule.span_words else "不能空白"
    return f"{'、'.join(rule.column_types)}：{age}"


@words_of.register
def _(rule: Indicator) -> str:
    return rule.asks


@words_of.register
def _(rule: GuideElement) -> str:
    return f"服务指南要写明{rule.title}"


@words_of.register
def _(rule: NormativeRule) -> str:
    narrowed = f"（标题里有“{'”或“'.join(rule.title_has)}”的）" if rule.title_has else ""
    return f"{rule.subject}{narrowed}：{rule.span_words or '没有核对到'}"


@words_of.register
def _(rule: LocalStatute) -> str:
    parts = [rule.kind, rule.number, f"共{rule.articles}条" if rule.articles else ""]
    parts += [f"{chinese_day(rule.in_force_from)}起施行" if rule.in_force_from else ""]
    parts += [f"{chinese_day(rule.repealed_on)}废止" if rule.repealed_on else "", f"核对到{chinese_day(rule.as_of)}"]
    return "，".join(part for part in parts if part)


@words_of.register
def _(rule: ArticleChange) -> str:
    return f"《{rule.statute}》原第{rule.old}条（{rule.about}），从{chinese_day(rule.changed_on)}起是第{rule.new}条"


@words_of.register
def _(rule: AllowedMarkup) -> str:
    values = (f"{name} 只能是 {'、'.join(listed)}" for name, listed in rule.values.items())
    parts = [f"可以用 {'、'.join(rule.elements)}"]
    parts += [f"可以带 {'、'.join(rule.attributes)}"] if rule.attributes else []
    return "；".join([*parts, *values])


@words_of.register
def _(rule: Term) -> str:
    return f"{rule.says}（也写作：{'、'.join(rule.also)}）" if rule.also else rule.says


@words_of.register
def _(rule: PublicityDay) -> str:
    return _when(rule.when)


@words_of.register
def _(rule: Pairs) -> str:
    """Only the right words: a public page that spells out the wrong ones would itself be found with them."""
    return f"{len(rule.pairs)}组。正确写法：{'、'.join(dict.fromkeys(rule.pairs.values()))}"


@words_of.register
def _(rule: Name) -> str:
    return f"正确名称：{rule.name}"


@words_of.register
def _(rule: Order) -> str:
    return f"正确顺序：{rule.right}"


@words_of.register
def _(rule: Characters) -> str:
    parts = (f"可以用的字：{rule.characters}" if rule.characters else "", f"可以用的词：{'、'.join(rule.words)}")
    return "；".join(part for part in parts if part and not part.endswith("："))


@words_of.register
def _(rule: Repeats) -> str:
    return f"可以重复的词：{'、'.join(rule.words)}"


@words_of.register
def _(rule: Rates) -> str:
    return f"不会超过100%：{'、'.join(rule.rates)}"


def _starting(rule: DeadlineRule) -> str:
    """The day of the event is never counted itself; what is only 及时 has no days to count."""
    if rule.recurs is Recurs.PROMPTLY:
        return f"在“{rule.event}”以后"
    return f"从“{rule.event}”那天往前数" if rule.sense is Sense.AHEAD else f"从“{rule.event}”的第二天算起"


def _when(when: When) -> str:
    if when.years is not None:
        years = "；".join(
            f"{year}年{chinese_day(span.first)}到{chinese_day(span.last)}" for year, span in when.years.items()
        )
        return f"每年的日期由通知确定；已知：{years or '没有'}"
    if when.month is not None:
        return f"每年{when.month}月"
    if when.nth_weekday is not None:
        one = when.nth_weekday
        return f"每年{one.month}月的第{one.nth}个星期{WEEKDAYS[one.weekday - 1]}"
    if when.week_of is not None:
        return f"每年{_month_day(when.week_of)}所在的一周"
    if when.first is not None and when.last is not None:
        return f"每年{_month_day(when.first)}到{_month_day(when.last)}"
    return f"每年{_month_day(when.month_day or '')}"


def _month_day(text: str) -> str:
    return f"{int(text[:2])}月{int(text[3:])}日"
