"""``pack``: the built site as one zip."""

from __future__ import annotations

from pathlib import Path

import click

from publicity.commands.common import config_option, guarded
from publicity.release.pack import write_pack
from publicity.settings import load_settings


@click.command(help="把生成好的网站打成一个 zip，交给门户网站。")
@config_option
@click.option("--site-dir", type=click.Path(path_type=Path), help="网站所在的文件夹（默认按 mkdocs.yml）")
@click.option("-o", "output", type=click.Path(path_type=Path), default=Path("dist/site.zip"), help="zip 的位置")
@guarded
def pack(config_file: Path, site_dir: Path | None, output: Path) -> None:
    files, digest = write_pack(site_dir or load_settings(config_file).site_dir, output)
    click.echo(f"已打包 {files} 个文件：{output}\nSHA-256  {digest}")
