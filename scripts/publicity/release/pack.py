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
    if link := next((path for path in files if path.is_symlink()), None):
        raise PublicityError(f"{link} 是一个链接（symlink），不能打包。请删去后重新生成网站。")
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
