"""``{!_fragments/name.md!}``: expanded here for the checks just as markdown-include does it for the page, but bounded.

markdown-include itself takes any path, follows links, recurses without end and drops what it cannot read.
So every include is resolved here first, and a page with a bad one never reaches it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from publicity.content.files import NotTextError, read_text
from publicity.content.markdown import Line

FOLDER = "_fragments"
# Bounded against backtracking; what is longer is told as an include that is not well written.
INCLUDE = re.compile(r"\{!\s{0,9}(.{1,200}?)\s{0,9}!((\blines\b)=([0-9 -]{1,50}))?\}")
MAX_DEPTH = 5
MAX_BYTES = 1024 * 1024
CURE = f"只能引用 docs/{FOLDER}/ 里的文件，单独占一行，如 {{!{FOLDER}/remedies.md!}}"


@dataclass(frozen=True)
class Problem:
    line: Line
    column: int
    message: str
    cure: str


@dataclass
class Expander:
    """Expands the bodies of one corpus; every fragment is read from disk once."""

    docs_dir: Path
    root_shown: str
    fragments: dict[str, list[Line] | str] = field(default_factory=dict)

    def expand(self, lines: list[Line]) -> tuple[list[Line], list[Problem]]:
        """The body with its fragments in place; each line keeps the place where a clerk finds it."""
        if not any("{!" in line.text for line in lines):
            return lines, []
        problems: list[Problem] = []
        budget = [MAX_BYTES]
        return self._expand(lines, (), budget, problems), problems

    def _expand(
        self, lines: list[Line], chain: tuple[str, ...], budget: list[int], problems: list[Problem]
    ) -> list[Line]:
        expanded: list[Line] = []
        for line in lines:
            found = INCLUDE.search(line.text)
            if not found or "{!" in INCLUDE.sub("", line.text):
                if "{!" in line.text:
                    problems.append(Problem(line, line.text.index("{!") + 1, "引用的写法不完整", CURE))
                else:
                    expanded.append(line)
                continue
            included = self._include(line, found, chain, budget, problems)
            expanded += included
        return expanded

    def _include(
        self, line: Line, found: re.Match[str], chain: tuple[str, ...], budget: list[int], problems: list[Problem]
    ) -> list[Line]:
        name = found.group(1)

        def stop(message: str, cure: str = CURE) -> list[Line]:
            problems.append(Problem(line, found.start() + 1, message, cure))
            return []

        if line.text.strip() != found.group().strip() or found.group(2):
            return stop(f"引用“{name}”没有单独占一行，或带了行号范围")
        if name in chain:
            return stop("引用绕成了圈：" + " → ".join((*chain, name)), "请删去其中一处引用")
        if len(chain) >= MAX_DEPTH:
            return stop(f"引用套了超过{MAX_DEPTH}层", "请减少片段之间的引用")
        fragment = self._read(name)
        if isinstance(fragment, str):
            return stop(f"引用“{name}”{fragment}")
        if budget[0] < 0:  # said already
            return []
        budget[0] -= sum(len(part.text.encode()) + 1 for part in fragment)
        if budget[0] < 0:
            return stop("引用展开后超过1MB", "请减少引用的内容")
        return self._expand(fragment, (*chain, name), budget, problems)

    def _read(self, name: str) -> list[Line] | str:
        """The fragment's lines, or what is wrong with it."""
        if name not in self.fragments:
            self.fragments[name] = self._read_from_disk(name)
        return self.fragments[name]

    def _read_from_disk(self, name: str) -> list[Line] | str:
        if not re.fullmatch(rf"{FOLDER}/[A-Za-z0-9][A-Za-z0-9_/-]*\.md", name):
            return "的路径不允许"
        path = self.docs_dir / name
        if any(
            part.is_symlink()
            for part in (path, *path.parents)
            if part.is_relative_to(self.docs_dir) and part != self.docs_dir
        ):
            return "是一个链接（symlink），不允许"
        if not path.is_file():
            return "的文件不存在"
        try:
            text = read_text(path)
        except NotTextError as error:
            return f"读不出来：{error.message}"
        return [Line(line, f"{self.root_shown}/{name}", number) for number, line in enumerate(text.split("\n"), 1)]
