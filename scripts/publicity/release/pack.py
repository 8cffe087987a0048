"""The site as one zip whose bytes depend only on the site: for a portal that takes files by hand."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

from publicity.errors import PublicityError

# The earliest moment a zip can hold; a real time would make equal sites differ.
EPOCH = (1980, 1, 1, 0, 0, 0)
READABLE = 0o644 << 16


def write_pack(site_dir: Path, target: Path) -> tuple[int, str]:
    """Number of files, and the SHA-256 of the archive. Links are refused: an archive must not reach outside."""
    if not (site_dir / "index.html").is_file():
        raise PublicityError(f"{site_dir} 里没有生成好的网站。请先运行 make site。")
    files = sorted(path for path in site_dir.rglob("*") if not path.is_dir() or path.is_symlink())
    if odd := next((path for path in files if path.is_symlink() or not path.is_file()), None):
        raise PublicityError(f"{odd} 不是普通文件（是链接或管道），不能打包。请删去后重新生成网站。")
    if target.suffix != ".zip" or target.is_dir() or target.resolve().is_relative_to(site_dir.resolve()):
        raise PublicityError(f"不能打包到“{target}”。请写一个网站文件夹以外的 .zip 文件名，如 dist/site.zip。")
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f".{target.name}.part")
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in files:
            entry = zipfile.ZipInfo(path.relative_to(site_dir).as_posix(), EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = READABLE
            archive.writestr(entry, path.read_bytes())
    digest = hashlib.sha256(partial.read_bytes()).hexdigest()
    partial.replace(target)
    return len(files), digest
