"""A checked project → a whole site, or nothing."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

from publicity.build.links import check_built_links
from publicity.build.rendered import FINDINGS_KEY
from publicity.build.swap import fresh_site
from publicity.checks.scrub import scrub_all
from publicity.clock import epoch_of
from publicity.errors import BuildFailedError
from publicity.finding import Finding
from publicity.project import PROJECT_KEY, Project
from publicity.settings import Settings


def build_site(project: Project, site_dir: Path, progress: Callable[[int], None]) -> tuple[int, list[Finding]]:
    """Number of pages, and the findings that only the built site shows; with any of them the earlier site stays.

    ``progress`` is told of pages as they are written. Raises BuildFailedError in Chinese.
    """
    _refuse_target(project.settings, site_dir)
    written = [0]

    def count(output: str, **_: Any) -> str:
        written[0] += 1
        progress(1)
        return output

    with fresh_site_unless_findings(site_dir) as (folder, findings):
        rendered = _run_mkdocs(project, folder, count)
        findings.extend(sorted(rendered | scrub_all(check_built_links(folder, project.corpus))))
    return written[0], findings


def _refuse_target(settings: Settings, site_dir: Path) -> None:
    """The target is replaced whole, so it must be nothing, empty, or a site that was built before."""
    sources = (settings.root, settings.docs_dir, settings.config_file)
    if any(source == site_dir or source.is_relative_to(site_dir) for source in sources):
        raise BuildFailedError(f"不能生成到 {site_dir}：里面有本项目的文件，会被替换掉。请换一个文件夹。")
    if site_dir.is_relative_to(settings.docs_dir):
        raise BuildFailedError(f"不能生成到 {site_dir}：它在内容文件夹里。请换一个文件夹。")
    if site_dir.exists() and not site_dir.is_dir():
        raise BuildFailedError(f"不能生成到 {site_dir}：那是一个文件。请换一个文件夹。")
    built = all((site_dir / name).is_file() for name in ("index.html", "404.html", "sitemap.xml"))
    if site_dir.is_dir() and any(site_dir.iterdir()) and not built:
        raise BuildFailedError(f"不能生成到 {site_dir}：里面有别的东西，会被替换掉。请换一个空文件夹。")


class _HasFindingsError(Exception):
    """Leaves the swap without putting the new site in place."""


@contextmanager
def fresh_site_unless_findings(site_dir: Path) -> Iterator[tuple[Path, list[Finding]]]:
    """Like fresh_site, but findings put into the list also keep the earlier site."""
    findings: list[Finding] = []
    try:
        with fresh_site(site_dir) as folder:
            yield folder, findings
            if findings:
                raise _HasFindingsError
    except _HasFindingsError:
        pass


def _run_mkdocs(project: Project, folder: Path, count: Callable[..., str]) -> set[Finding]:
    """What the hook found in the pages as they were rendered."""
    found: set[Finding] = set()
    # MkDocs writes this into the sitemap's compressed copy; without it two builds differ.
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch_of(project.today))
    os.umask(0o022)  # a web server must be able to read what we write
    with _collected_log() as records:
        try:
            config = load_config(str(project.settings.config_file), site_dir=str(folder), strict=True)
            config.extra |= {PROJECT_KEY: project, FINDINGS_KEY: found}
            config.plugins.events["post_page"].append(count)
            build(config)
        except (Exception, SystemExit) as error:  # a template or an extension may raise anything
            detail = "\n".join(f"  {line}" for line in [*records, f"{type(error).__name__}: {error}"])
            raise BuildFailedError(f"MkDocs 没有生成网站：\n{detail}") from None
    return found


@contextmanager
def _collected_log() -> Iterator[list[str]]:
    """MkDocs' warnings and errors, for the message; nothing of its log reaches the terminal."""
    lines: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(record.getMessage())

    logger = logging.getLogger("mkdocs")
    handler = Collector(logging.WARNING)
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield lines
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate
