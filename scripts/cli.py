"""People's door. Each verb reads its options, calls the house, prints, and sets the exit code: 0 good, 1 blocked, 2 cannot run."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from publicity.checks.scrub import scrub_text
from publicity.clock import read_today
from publicity.errors import PublicityError
from publicity.explain import class_in, nearest_field
from publicity.finding import Finding, Severity
from publicity.model import KINDS
from publicity.model.fields import PENDING, Choice
from publicity.outputs import templates
from publicity.outputs.copies import stale_copies
from publicity.outputs.findings import render_github, render_json, render_summary, render_text
from publicity.project import Project, open_project
from publicity.release.pack import write_pack
from publicity.settings import load_settings

RENDERERS = {"text": render_text, "json": render_json, "github": render_github}
config_option = click.option(
    "-f", "config_file", default="mkdocs.yml", type=click.Path(path_type=Path), help="mkdocs.yml 的位置"
)
today_option = click.option("--today", metavar="日期", help="当作哪一天，如 2026-11-22（默认今天，北京时间）")


@click.group(help="乡镇政府信息公开网站：检查、生成、预览、新建、清理附件、打包。")
def cli() -> None:
    """Nothing of its own: every verb says what it does."""


def guarded(command: Callable[..., None]) -> Callable[..., None]:
    """What keeps a command from running is one Chinese sentence and exit code 2, never a traceback."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except PublicityError as error:
            click.echo(f"不能运行：{scrub_text(str(error))}", err=True)
            sys.exit(2)
        except BrokenPipeError:
            sys.stderr.close()
            sys.exit(1)
        except OSError as error:
            click.echo(f"不能运行：{error.filename or ''} {error.strerror or error}", err=True)
            sys.exit(2)
        except Exception as error:  # what nobody foresaw is still one sentence
            click.echo(f"程序出错，请把这一行告诉技术人员：{type(error).__name__}: {error}", err=True)
            sys.exit(2)

    return run


@cli.command(help="检查全部内容（或只看给出的文件、文件夹）。")
@config_option
@today_option
@click.option("--format", "shape", type=click.Choice(list(RENDERERS)), default="text", help="输出形式")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@guarded
def check(config_file: Path, today: str | None, shape: str, paths: tuple[Path, ...]) -> None:
    started = time.monotonic()
    with counting("读取") as count:
        project = open_project(config_file, read_today(today), count)
    findings = _within(project, paths)
    click.echo(RENDERERS[shape](findings), nl=False)
    closing = _closing(project, findings, len(project.corpus.pages), started)
    click.echo(closing, err=True)
    _write_summary(shape, findings, closing)
    sys.exit(1 if any(finding.blocks for finding in findings) else 0)


@cli.command(help="检查，然后生成网站；不成功时原来的网站不动。")
@config_option
@today_option
@click.option("--site-dir", type=click.Path(path_type=Path), help="生成到哪个文件夹（默认按 mkdocs.yml）")
@click.option("--format", "shape", type=click.Choice(list(RENDERERS)), default="text", help="输出形式")
@guarded
def build(config_file: Path, today: str | None, site_dir: Path | None, shape: str) -> None:
    from publicity.build.site import build_site  # noqa: PLC0415 - MkDocs is slow to import
    from publicity.build.swap import recover_site  # noqa: PLC0415

    started = time.monotonic()
    with counting("读取") as count:
        project = open_project(config_file, read_today(today), count)
    target = (site_dir or project.settings.site_dir).resolve()
    findings, pages = list(project.findings), len(project.corpus.pages)
    if target.name:
        recover_site(target)
    if not project.blocked:
        with counting("生成") as count:
            pages, broken = build_site(project, target, count)
        findings += broken
    click.echo(RENDERERS[shape](findings), nl=False)
    closing = _closing(project, findings, pages, started)
    click.echo(closing, err=True)
    _write_summary(shape, findings, closing)
    if any(finding.blocks for finding in findings):
        click.echo("有必须改的地方，网站没有生成；原来的网站没有动。", err=True)
        sys.exit(1)
    click.echo(f"网站已生成：{target / 'index.html'}", err=shape == "json")


@cli.command(help="边写边看：在浏览器里预览，改动后自动刷新，并列出问题。")
@config_option
@today_option
@click.option("--address", default="127.0.0.1:8000", help="预览地址")
@guarded
def serve(config_file: Path, today: str | None, address: str) -> None:
    from publicity.build.serve import serve_site  # noqa: PLC0415 - MkDocs is slow to import

    serve_site(config_file, address, read_today(today) if today else None)


@cli.command(help="新建一页：自动取号，写好模板。")
@config_option
@today_option
@click.argument("kind", default="")
@click.option("--set", "pairs", multiple=True, metavar="字段=值", help="直接给出字段，可多次使用；给全了就不再询问")
@guarded
def new(config_file: Path, today: str | None, kind: str, pairs: tuple[str, ...]) -> None:
    if kind not in templates.new_kinds():
        asked = f"不认识的种类“{kind}”" if kind else "请说明要新建哪一种页面"
        raise PublicityError(f"{asked}。可以新建：" + "、".join(templates.new_kinds()))
    day = read_today(today)
    project = open_project(config_file, day)
    given = _given(pairs, kind)
    for name, field in templates.fields_to_ask(kind):
        if name not in given and sys.stdin.isatty():
            given[name] = _ask(name, field)
    used = set(project.corpus.serials_ever)
    while True:  # somebody else may be taking the same number just now
        serial = templates.next_serial(used, day.year)
        path = project.settings.docs_dir / templates.path_of(kind, serial)
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:  # never over an existing page
                file.write(templates.render_template(kind, serial, project.settings.town, given))
            break
        except FileExistsError:
            used.add(serial)
    click.echo(f"已新建 {project.settings.shown(path)}。填好空着的字段和正文后，运行 make check。")


@cli.command(help="清理附件：去掉作者、批注、隐藏内容、照片的拍摄地点等，另存一份；原文件不动。")
@click.argument("file", type=click.Path(path_type=Path))
@guarded
def clean(file: Path) -> None:
    from publicity.content.attachments import read_attachments  # noqa: PLC0415 - only this verb needs them
    from publicity.content.cleaning import clean_file  # noqa: PLC0415

    cleaned = clean_file(file)
    click.echo(f"已另存为 {cleaned.path}；原文件没有动。")
    for one in cleaned.removed or ("没有看不见的内容",):
        click.echo(f"  {'去掉了' if cleaned.removed else ''}{one}")
    left = read_attachments([(cleaned.path, cleaned.path.name)])[cleaned.path.name].troubles
    for trouble in left:
        click.echo(f"  仍有：{trouble.message}；{trouble.cure}")
    click.echo("请打开看一遍，再用它替换原来的附件；看得见的文字没有改，个人信息要自己删。")
    sys.exit(1 if any(trouble.severity is Severity.BLOCK for trouble in left) else 0)


@cli.command(help="把生成好的网站打成一个 zip，交给门户网站。")
@config_option
@click.option("--site-dir", type=click.Path(path_type=Path), help="网站所在的文件夹（默认按 mkdocs.yml）")
@click.option("-o", "output", type=click.Path(path_type=Path), default=Path("dist/site.zip"), help="zip 的位置")
@guarded
def pack(config_file: Path, site_dir: Path | None, output: Path) -> None:
    files, digest = write_pack(site_dir or load_settings(config_file).site_dir, output)
    click.echo(f"已打包 {files} 个文件：{output}\nSHA-256  {digest}")


@cli.command(help="重写由程序生成的副本：docs/schemas/ 和 CONTRIBUTING.md 的字段表。")
@config_option
@click.option("--check", "only_check", is_flag=True, help="只核对，不写；有过期的就报错")
@guarded
def generate(config_file: Path, only_check: bool) -> None:
    stale = stale_copies(load_settings(config_file))
    for path, text in stale.items():
        if not only_check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        click.echo(f"{'已过期' if only_check else '已重写'}：{path}")
    if only_check and stale:
        click.echo("请运行 make generate 并一并提交。", err=True)
        sys.exit(1)


class counting:  # noqa: N801 - used like click's own context managers
    """A count on a terminal that rewrites its line; silent elsewhere."""

    def __init__(self, verb: str) -> None:
        self.verb, self.done, self.shown = verb, 0, sys.stderr.isatty()
        self.told = 0.0

    def __enter__(self) -> Callable[[int], None]:
        return self.add

    def add(self, number: int) -> None:
        self.done += number
        if self.shown and time.monotonic() - self.told > 0.1:
            self.told = time.monotonic()
            click.echo(f"\r{self.verb} {self.done} 页…", nl=False, err=True)

    def __exit__(self, *_: object) -> None:
        if self.shown:
            click.echo("\r" + " " * 24 + "\r", nl=False, err=True)


def _within(project: Project, paths: tuple[Path, ...]) -> list[Finding]:
    """The findings of the given files and folders; all of them when none is given."""
    wanted = [project.settings.shown(path.resolve()) for path in paths]
    for path, shown in zip(paths, wanted, strict=True):
        if not path.exists():
            raise PublicityError(f"找不到 {shown}。")
    return [one for one in project.findings if not wanted or any(_is_in(one.path, shown) for shown in wanted)]


def _is_in(path: str, shown: str) -> bool:
    return shown in (".", path) or path.startswith(f"{shown}/")


def _closing(project: Project, findings: list[Finding], pages: int, started: float) -> str:
    blocking = sum(finding.blocks for finding in findings)
    pending = project.pending
    waiting = f"，{pending} 项{PENDING}" if pending else ""
    seconds = time.monotonic() - started
    return f"共 {pages} 页：必须改 {blocking} 处，建议 {len(findings) - blocking} 处{waiting}；用时 {seconds:.1f} 秒。"


def _write_summary(shape: str, findings: list[Finding], closing: str) -> None:
    """On GitHub, also to the page a clerk reads."""
    target = os.environ.get("GITHUB_STEP_SUMMARY")
    if shape == "github" and target:
        with Path(target).open("a", encoding="utf-8") as file:
            file.write(render_summary(findings, closing))


def _given(pairs: tuple[str, ...], kind: str) -> dict[str, str]:
    given: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise PublicityError(f"--set 的写法是 字段=值，如 --set title=关于…的通知（给的是“{pair}”）")
        if name.strip() in ("kind", "serial") or not value.isprintable():
            raise PublicityError(f"不能设“{name.strip()}”：种类和流水号由程序填写，值里不能有看不见的字符。")
        if name.strip() not in KINDS[kind].model_fields:
            raise PublicityError(f"不认识的字段“{name.strip()}”；{nearest_field(name.strip(), KINDS[kind])}")
        given[name.strip()] = " ".join(value.split())
    return given


def _ask(name: str, field: Any) -> str:
    choice = class_in(field.annotation, Choice)
    hint = " ".join(f"{member.value}={member.label}" for member in choice) if choice else field.description or ""
    answer: str = click.prompt(f"{field.title}（{name}，{hint}）", default="", show_default=False)
    return answer


if __name__ == "__main__":
    cli()
