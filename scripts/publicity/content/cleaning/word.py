"""Word documents: which parts hold text, and what of settings, headers and notes nobody sees."""

from __future__ import annotations

from lxml import etree

from publicity.content.cleaning.fields import settle_fields
from publicity.content.cleaning.hidden_text import Styles, remove_hidden_text
from publicity.content.cleaning.markup import Element, drop, is_on, local, named, parse, unwrap
from publicity.content.cleaning.package import Package
from publicity.content.cleaning.revisions import accept_revisions
from publicity.content.cleaning.tally import Tally
from publicity.content.cleaning.wordml import W, drop_if_empty

_STORIES = ("header", "footer", "footnotes", "endnotes")
# What settings.xml may hold of other people, other machines and other documents.
_SETTINGS = {
    "rsids": "修订标识",
    "docVars": "文档变量",
    "mailMerge": "邮件合并设置",
    "attachedTemplate": "套用的模板的路径",
    "trackRevisions": "",
    "saveThroughXslt": "",
    "attachedSchema": "",
    "schemaLibrary": "",
    "docId": "",
}
_WRAPPERS = ("smartTag", "customXml")
_EMPTY_MARKS = ("proofErr", "permStart", "permEnd", "smartTagPr", "customXmlPr", "dataBinding", "placeholder")
_REVISION_IDS = etree.XPath("//@w:*[starts-with(local-name(), 'rsid')]", namespaces={"w": W.strip("{}")})


def clean_word(package: Package, main: str, tally: Tally) -> None:
    """Changes accepted, hidden text and comments out, headers and notes that are never shown out."""
    styles = _styles(package, main)
    for name in package.related(main, "settings"):
        package.edit(name, _clean_settings, tally)
    even = any(_says_even_pages(package, name) for name in package.related(main, "settings"))
    for name in [main, *package.related(main, *_STORIES)]:
        package.edit(name, _clean_story, styles, tally)
    package.edit(main, _drop_unused_headers, even, tally)
    body = parse(package.parts[main])
    for name in package.related(main, "footnotes", "endnotes"):
        package.edit(name, _drop_unused_notes, body, tally)


def _styles(package: Package, main: str) -> Styles:
    return Styles([parse(package.parts[name]) for name in package.related(main, "styles")])


def _clean_settings(root: Element, tally: Tally) -> None:
    for one in list(root):
        if local(one) in _SETTINGS:
            drop(one)
            tally.add(_SETTINGS[local(one)])


def _says_even_pages(package: Package, name: str) -> bool:
    return any(
        is_on(one.get(f"{W}val"), missing=True) for one in named(parse(package.parts[name]), "evenAndOddHeaders")
    )


def _clean_story(root: Element, styles: Styles, tally: Tally) -> None:
    accept_revisions(root, tally)
    remove_hidden_text(root, styles, tally)
    settle_fields(root, tally)
    _drop_comment_marks(root)
    for one in named(root, *_EMPTY_MARKS):
        drop(one)
    for one in list(root.iter(f"{W}alias", f"{W}tag")):
        drop(one)
        tally.add("内容控件的名称")
    for one in list(root.iter(*(f"{W}{name}" for name in _WRAPPERS))):
        unwrap(one)
    _drop_revision_ids(root, tally)


def _drop_comment_marks(root: Element) -> None:
    for one in list(root.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd")):
        drop(one)
    for one in list(root.iter(f"{W}commentReference")):
        run = one.getparent()
        drop(one)
        drop_if_empty(run)


def _drop_revision_ids(root: Element, tally: Tally) -> None:
    for mark in _REVISION_IDS(root):
        del mark.getparent().attrib[mark.attrname]
        tally.add("修订标识")


def _drop_unused_headers(root: Element, even: bool, tally: Tally) -> None:
    """Headers of first or even pages stay in the file when the setting that shows them is off."""
    first = any(is_on(one.get(f"{W}val"), missing=True) for one in root.iter(f"{W}titlePg"))
    for one in named(root, "headerReference", "footerReference"):
        kind = one.get(f"{W}type")
        if (kind == "first" and not first) or (kind == "even" and not even):
            drop(one)
            tally.add("不显示的页眉页脚{n}个")


def _drop_unused_notes(root: Element, body: Element, tally: Tally) -> None:
    """Notes whose mark went with the text around it."""
    kind = local(root).removesuffix("s")
    used = {one.get(f"{W}id") for one in body.iter(f"{W}{kind}Reference")}
    for one in root.findall(f"{W}{kind}"):
        if one.get(f"{W}type", "normal") == "normal" and one.get(f"{W}id") not in used:
            drop(one)
            tally.add("不显示的脚注和尾注{n}条")
