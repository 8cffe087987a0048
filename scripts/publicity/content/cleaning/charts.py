"""Charts keep what they show; what they would fetch from cells that went is cut off."""

from __future__ import annotations

from publicity.content.cleaning.formulas import Loss
from publicity.content.cleaning.markup import Element, drop, local, named
from publicity.content.cleaning.tally import CannotCleanError, Tally

_LITERAL = {"numRef": "numLit", "strRef": "strLit"}
_HIDDEN_SERIES = tuple(
    f"filtered{kind}"
    for kind in (
        "AreaSeries", "BarSeries", "BubbleSeries", "CategoryTitle", "LineSeries", "PieSeries", "RadarSeries",
        "ScatterSeries", "SeriesTitle", "SurfaceSeries",
    )
)  # fmt: skip


def drop_hidden_series(root: Element, tally: Tally) -> None:
    """Take out series that were filtered from view."""
    for one in named(root, *_HIDDEN_SERIES):
        drop(one)
        tally.add("图表里筛掉的数据")


def settle_chart(root: Element, loss: Loss, tally: Tally) -> None:
    """Where a chart's figures come from hidden cells, keep the figures it shows and forget the cells."""
    for formula in named(root, "f"):
        if not loss.unsettles(formula.text or ""):
            continue
        reference = formula.getparent()
        cache = reference.find(f"{{*}}{local(reference).removesuffix('Ref')}Cache")
        if cache is None and not loss.refers(formula.text or ""):  # it shows what the cells that are seen say
            continue
        if cache is None or local(reference) not in _LITERAL:
            why = "图表引用了隐藏的内容"
            raise CannotCleanError(why, "请把图表复制后“选择性粘贴”为图片，再清理")
        _settle(reference, cache)
        tally.add("引用隐藏内容的图表数据{n}组（改为数值）")


def _settle(reference: Element, cache: Element) -> None:
    namespace = reference.tag.rpartition("}")[0] + "}"
    if local(reference.getparent()) == "tx":
        value = cache.find("{*}pt/{*}v")
        for one in list(reference):
            drop(one)
        if value is None:
            drop(reference)
        else:
            reference.getparent().replace(reference, value)
        return
    literal = reference.makeelement(f"{namespace}{_LITERAL[local(reference)]}")
    literal.extend(list(cache))
    reference.getparent().replace(reference, literal)
