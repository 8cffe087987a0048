"""PowerPoint presentations: hidden slides go, with what points at them; notes and comments go with their parts."""

from __future__ import annotations

from publicity.content.cleaning.markup import (
    Element,
    R,
    ancestor,
    detach,
    drop,
    drop_with_shells,
    is_on,
    local,
    named,
    parse,
)
from publicity.content.cleaning.package import Package
from publicity.content.cleaning.tally import CannotCleanError, Tally

_OF_PRESENTATION = {"custShowLst": "自定义放映", "notesMasterIdLst": "", "handoutMasterIdLst": ""}


def clean_slides(package: Package, main: str, tally: Tally) -> None:
    """Keep the slides that are shown."""
    shown = {one.id: one.target for one in package.relations(main) if one.kind == "slide"}
    hidden = {name for name in shown.values() if not is_on(parse(package.parts[name]).get("show"), missing=True)}
    if shown and hidden == set(shown.values()):
        raise CannotCleanError("所有幻灯片都是隐藏的", "请取消隐藏要公开的幻灯片，再清理")
    tally.add("隐藏的幻灯片{n}张", len(hidden))
    gone_ids = {relation for relation, name in shown.items() if name in hidden}
    package.edit(main, _drop_slides, gone_ids, tally)
    for name in package.related(main, "presProps"):
        package.edit(name, _forget_custom_show)
    for name in sorted(set(shown.values()) - hidden):
        gone = frozenset(one.id for one in package.relations(name) if one.target in hidden)
        package.edit(name, _clean_slide, gone)


def _drop_slides(root: Element, gone: set[str], tally: Tally) -> None:
    for one in named(root, "sldId"):
        if one.get(f"{R}id") in gone:
            drop(one)
    for one in named(root, *_OF_PRESENTATION):
        drop(one)
        tally.add(_OF_PRESENTATION[local(one)])
    for one in named(root, "sectionLst"):  # it lists the slides again, under names only the editor sees
        drop_with_shells(one, "ext", "extLst")
        tally.add("节的名称")


def _forget_custom_show(root: Element) -> None:
    for one in named(root, "custShow"):
        drop(one)


def _clean_slide(root: Element, gone: frozenset[str]) -> None:
    """Links to hidden slides go; so do animations that would move a hidden shape."""
    detach(root, gone)
    hidden = {one.get("id") for one in named(root, "cNvPr") if is_on(one.get("hidden"))}
    for target in named(root, "spTgt"):
        timing = ancestor(target, "timing")
        if target.get("spid") in hidden and timing is not None:
            drop(timing)
