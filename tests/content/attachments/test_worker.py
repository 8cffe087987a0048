"""No file takes the checks down with it."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest

from publicity.content.attachments import worker


def rules_of(path: Path) -> list[str]:
    """What is told of the only file."""
    ((index, told),) = worker.serve([str(path)])

    assert index == 0
    return [trouble[0] for trouble in json.loads(told)["troubles"]]


def test_a_file_that_never_ends_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The child that waits for ever is killed when its time is over."""
    os.mkfifo(tmp_path / "a.txt")
    monkeypatch.setattr(worker, "SECONDS", 1)

    assert rules_of(tmp_path / "a.txt") == ["attachment-bomb"]


def test_a_file_that_eats_memory_is_given_up(tmp_path: Path) -> None:
    """A line of nineteen million empty cells does not fit."""
    (tmp_path / "a.csv").write_bytes(b"," * 19_000_000)

    assert rules_of(tmp_path / "a.csv") == ["attachment-bomb"]


def test_a_file_beyond_the_bound_is_not_read(tmp_path: Path) -> None:
    """Twenty megabytes are the most that an attachment may have."""
    with (tmp_path / "a.txt").open("wb") as stream:
        stream.truncate(worker.MAX_ATTACHMENT + 1)

    assert rules_of(tmp_path / "a.txt") == ["attachment-bomb"]


def test_a_child_that_falls_over_is_a_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that crashes takes only its own file with it."""
    (tmp_path / "a.txt").write_bytes(b"x")
    monkeypatch.setattr(worker, "read_file", lambda path: os.kill(os.getpid(), signal.SIGKILL))

    assert rules_of(tmp_path / "a.txt") == ["attachment-bomb"]


def test_answers_come_for_every_file(tmp_path: Path) -> None:
    """More files than children at a time."""
    for number in range(9):
        (tmp_path / f"{number}.txt").write_text(f"{number}\n", encoding="utf-8")
    told = dict(worker.serve([str(tmp_path / f"{number}.txt") for number in range(9)]))

    assert {index: json.loads(text)["passages"] for index, text in told.items()} == {
        number: [["第{n}行", [[1, str(number)]]]] for number in range(9)
    }
