"""Every hiding place that we know of, made by real writers: found or refused; and clean files let through."""

from __future__ import annotations

import re
from pathlib import Path

from stdnum.cn import ric
from zoo import Specimen, build_zoo, identity_number
from zoo_clean import build_clean

from publicity.content.attachments import Reading, read_attachments


def text_of(reading: Reading) -> str:
    """All text, so that what stands in neighbouring cells or is letter-spaced comes together."""
    return "".join(re.sub(r"[\s|]", "", line.text) for passage in reading.passages for line in passage.lines)


def missing(specimen: Specimen, reading: Reading) -> list[str]:
    """What the reading should have and has not."""
    told = {trouble.rule for trouble in reading.troubles}
    return [
        *([f"{specimen.name}: number"] if specimen.number not in text_of(reading) else []),
        *([f"{specimen.name}: {specimen.rule}, told {told}"] if specimen.rule and specimen.rule not in told else []),
    ]


def test_every_specimen_is_found_or_refused(tmp_path: Path) -> None:
    """The planted number is in the text that was read, and what must be refused is refused by its rule."""
    specimens = build_zoo(tmp_path)
    readings = read_attachments([(one.path, one.name) for one in specimens])
    messages = [trouble.message for reading in readings.values() for trouble in reading.troubles]

    assert len(specimens) > 28
    assert [text for one in specimens for text in missing(one, readings[one.name])] == []
    assert [text for text in messages if re.search(r"\d{6}", text)] == []


def test_clean_files_are_let_through(tmp_path: Path) -> None:
    """No file of any kind, as people really save them, is blocked; each is read."""
    files = build_clean(tmp_path)
    readings = read_attachments([(path, path.name) for path in files])
    blocked = [(name, one) for name, reading in readings.items() for one in reading.troubles if one.severity == "block"]

    assert blocked == []
    assert [name for name, one in readings.items() if not one.passages and not name.startswith("picture")] == []
    assert all(len(reading.digest) == 64 for reading in readings.values())


def test_the_planted_numbers_are_right() -> None:
    """A detector that wants a check digit finds one."""
    assert all(ric.is_valid(identity_number(count)) for count in range(1, 300))
