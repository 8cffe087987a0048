"""The rich files, as their writers and as LibreOffice leave them, cleaned; LibreOffice is started four times in all."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from content.cleaning import rich

from publicity.content.cleaning import Cleaned, clean_file


@dataclass(frozen=True)
class Pair:
    """A rich file, its cleaned copy, and both as LibreOffice prints them."""

    original: Path
    before: bytes
    cleaned: Cleaned
    printed: Path
    printed_clean: Path


@pytest.fixture(scope="session")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Pair]]:
    """By name: ``made-workbook.xlsx`` is as openpyxl leaves it, ``saved-workbook.xlsx`` as LibreOffice does."""
    folder = tmp_path_factory.mktemp("rich")
    sources, files, printed = folder / "sources", folder / "files", folder / "printed"
    for each in (sources, files, printed):
        each.mkdir()
    rich.write_workbook(sources / "saved-workbook.xlsx", formulas=True)
    rich.write_document(sources / "saved-document.docx")
    rich.write_slides(sources / "saved-slides.pptx")
    for source in sorted(sources.iterdir()):
        _convert(source.suffix[1:], files, [source], folder)
    rich.write_workbook(files / "made-workbook.xlsx")
    rich.write_document(files / "made-document.docx")
    rich.write_slides(files / "made-slides.pptx")
    originals = sorted(files.iterdir())
    before = {path: path.read_bytes() for path in originals}
    cleaned = {path: clean_file(path) for path in originals}
    _convert("pdf", printed, sorted(files.iterdir()), folder)
    rich.write_pdf(files / "made-pages.pdf")
    shutil.copy(printed / "saved-document.pdf", files / "saved-pages.pdf")
    pages = [files / "made-pages.pdf", files / "saved-pages.pdf"]
    before |= {path: path.read_bytes() for path in pages}
    cleaned |= {path: clean_file(path) for path in pages}
    yield {path.name: Pair(path, before[path], one, *_prints(path, one, printed)) for path, one in cleaned.items()}
    shutil.rmtree(folder)


def _prints(path: Path, one: Cleaned, printed: Path) -> tuple[Path, Path]:
    if path.suffix == ".pdf":
        return path, one.path
    return printed / f"{path.stem}.pdf", printed / f"{one.path.stem}.pdf"


def _convert(to: str, folder: Path, files: list[Path], profile: Path) -> None:
    home = f"-env:UserInstallation={(profile / 'profile').as_uri()}"
    command = ["soffice", "--headless", home, "--convert-to", to, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
