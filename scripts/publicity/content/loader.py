"""docs/ → Corpus. Every mishap of a file becomes a Finding on that file; the others are read all the same."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from publicity.content.attachments import MAX_ATTACHMENT, read_attachments
from publicity.content.corpus import Asset, Corpus, Page
from publicity.content.files import NotTextError, read_text
from publicity.content.front_matter import FrontMatter, FrontMatterError, parse_front_matter
from publicity.content.history import read_first_commits
from publicity.content.includes import FOLDER, Expander, Problem
from publicity.content.markdown import Line
from publicity.explain import BASIS_FIELDS, explain_errors, quoted
from publicity.finding import Finding, Severity
from publicity.model import KINDS
from publicity.model.page import PlainPage
from publicity.model.record import Record
from publicity.settings import Settings

# Left by operating systems; git ignores them, so they are on one machine only.
LEFTOVERS = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))
# Fragments and schemas: text, which checks read as it stands. Everything else is opened as an attachment.
TEXTS = (".md", ".json")


def load_corpus(settings: Settings, progress: Callable[[int], None] = lambda count: None) -> Corpus:
    """Read everything below docs/. ``progress`` is told how many files have been read since it was last told."""
    expander = Expander(settings.docs_dir, settings.shown(settings.docs_dir))
    pages: list[Page] = []
    assets: list[Asset] = []
    problems: list[Finding] = []
    for path, is_plain in _walk(settings.docs_dir):
        uri = path.relative_to(settings.docs_dir).as_posix()
        shown = settings.shown(path)
        progress(1)
        if not is_plain:
            problems.append(_refuse_special(shown))
        elif uri.endswith(".md") and not uri.startswith(f"{FOLDER}/"):
            pages.append(_read_page(path, uri, shown, expander))
        else:
            assets.append(Asset(uri, shown, path, path.stat().st_size))
    history = read_first_commits(settings.root, settings.docs_dir)
    attachments = [one for one in assets if not one.uri.endswith(TEXTS) and one.size <= MAX_ATTACHMENT]
    readings = read_attachments([(one.path, one.shown) for one in attachments])
    return Corpus(settings, tuple(pages), tuple(assets), tuple(problems), history, readings)


def _walk(folder: Path) -> Iterator[tuple[Path, bool]]:
    """Everything below but folders, in a fixed order, with whether it is a plain file; links are never followed."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.name in LEFTOVERS:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        else:
            yield Path(entry.path), entry.is_file(follow_symlinks=False)


def _refuse_special(shown: str) -> Finding:
    message, cure = "这不是普通文件（是链接、管道或设备）", "请删去，把真正的文件放进来"
    return Finding(shown, 1, 1, Severity.BLOCK, "symlink", message, cure)


def _read_page(path: Path, uri: str, shown: str, expander: Expander) -> Page:
    try:
        text = read_text(path)
    except NotTextError as error:
        finding = Finding(shown, error.line, 1, Severity.BLOCK, "encoding", error.message, error.cure)
        return Page(uri, shown, "", None, None, "", 1, problems=(finding,))
    lines = text.split("\n")
    try:
        matter = parse_front_matter(lines)
    except FrontMatterError as error:
        finding = Finding(
            shown, error.line, error.column, Severity.BLOCK, "front-matter", error.message, error.cure, BASIS_FIELDS
        )
        return Page(uri, shown, text, None, None, "", 1, problems=(finding,))
    header, problems = _read_header(matter, shown)
    body = "\n".join(lines[matter.body_line - 1 :])
    expanded: tuple[Line, ...] | None = None
    include_problems: list[Problem] = []
    if "{!" in body:
        own = [Line(part, shown, number) for number, part in enumerate(body.split("\n"), matter.body_line)]
        whole, include_problems = expander.expand(own)
        expanded = tuple(whole)
    problems += [_include_finding(problem) for problem in include_problems]
    return Page(uri, shown, text, header, matter, body, matter.body_line, expanded, tuple(problems))


def _include_finding(problem: Problem) -> Finding:
    where = problem.line
    return Finding(where.path, where.number, problem.column, Severity.BLOCK, "include", problem.message, problem.cure)


def _read_header(matter: FrontMatter, shown: str) -> tuple[Record | PlainPage | None, list[Finding]]:
    kind: Any = matter.values.get("kind")
    model = KINDS.get(kind) if isinstance(kind, str) else None
    if model is None:
        line, column = matter.where(("kind",))
        message = (
            f"种类（kind）的值“{quoted(str(kind), 20)}”不认识"
            if "kind" in matter.values
            else "缺少必填字段 kind（种类）"
        )
        cure = "应当是下列之一：" + "、".join(KINDS)
        return None, [Finding(shown, line, column, Severity.BLOCK, "front-matter", message, cure, BASIS_FIELDS)]
    try:
        return model.model_validate(dict(matter.values)), []
    except ValidationError as error:
        problems = []
        for item in explain_errors(error, model):
            line, column = matter.where(item.place)
            problems.append(
                Finding(shown, line, column, Severity.BLOCK, "front-matter", item.message, item.cure, BASIS_FIELDS)
            )
        return None, problems
