"""Every link and anchor of the built site leads somewhere: lychee looks, offline; we say which source to mend."""

from __future__ import annotations

import json
import subprocess
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from publicity.content.corpus import Corpus
from publicity.errors import BuildFailedError
from publicity.finding import Finding, Severity

LYCHEE = Path(sysconfig.get_path("scripts")) / "lychee"
# The error page is served at any depth, so its links start at the portal's root, which is not on this disk.
ARGUMENTS = (
    "--offline", "--extensions", "html", "--include-fragments", "--index-files", "index.html", "--hidden", "--no-ignore",
    "--exclude-path", r"/404\.html$", "--no-progress", "--format", "json", "--max-concurrency", "4",
)  # fmt: skip


def check_built_links(site: Path, corpus: Corpus) -> list[Finding]:
    """Findings for links that lead nowhere; ``site`` is the folder that was built."""
    done = subprocess.run(
        [LYCHEE, *ARGUMENTS, str(site)], capture_output=True, text=True, encoding="utf-8", check=False
    )
    try:
        report = json.loads(done.stdout)
    except json.JSONDecodeError:
        raise BuildFailedError(f"链接检查程序 lychee 没有运行成功：{done.stderr.strip()[:300]}") from None
    return sorted(set(_findings(report, site.resolve(), corpus)))


def _findings(report: dict[str, Any], site: Path, corpus: Corpus) -> Iterator[Finding]:
    by_url = {page.url: page for page in corpus.pages}
    for file, problems in report["error_map"].items():
        path = Path(file).resolve().relative_to(site).as_posix()
        page = by_url.get(path.removesuffix("index.html"))
        for problem in problems:
            target = _shown(problem["url"], site)
            anchor = "fragment" in problem["status"]["text"].lower()
            message = f"成品页面 {path} 里的链接“{target}”{'没有这一处' if anchor else '没有对应的文件'}"
            cure = "请改正本页正文里的链接；正文里没有时，是模板的错误，请告诉技术人员"
            shown = page.shown if page is not None else corpus.settings.shown(corpus.settings.config_file)
            yield Finding(shown, _line_of(page, target), 1, Severity.BLOCK, "built-link", message, cure)


def _shown(url: str, site: Path) -> str:
    parts = urlsplit(url)
    path = unquote(parts.path)
    inside = path.removeprefix(site.as_posix()) if parts.scheme == "file" else url
    return inside + (f"#{unquote(parts.fragment)}" if parts.fragment else "")


def _line_of(page: Any, target: str) -> int:
    """The first line of the page that names the target's last part, else the first line."""
    name = target.rstrip("/").rsplit("/", 1)[-1].split("#")[-1]
    if page is None or not name:
        return 1
    return next((line.number for line in page.lines() if name in line.text and line.path == page.shown), 1)
