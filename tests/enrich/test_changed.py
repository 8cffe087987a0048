"""The day for the sitemap: from the record alone, never later than today, and none rather than a false one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from conftest import TODAY, corpus_of
from every_kind import every_kind

from publicity.content.corpus import Corpus
from publicity.enrich.changed import changed_on
from publicity.enrich.validity import states


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return corpus_of(every_kind(Path(tmp_path_factory.mktemp("town"))))


@pytest.mark.parametrize(
    ("serial", "today", "day"),
    [
        ("2026-00001", TODAY, date(2026, 4, 2)),  # published
        ("2026-00001", date(2026, 4, 1), None),  # not yet on that day
        ("2026-00002", TODAY, None),  # nobody has said when
        ("2024-00001", TODAY, date(2024, 2, 1)),  # it came into force after it was published
        ("2024-00001", date(2027, 1, 1), date(2027, 1, 1)),  # it expired
        ("2024-00003", TODAY, date(2025, 1, 1)),  # it was repealed
        ("2026-00007", TODAY, date(2026, 4, 1)),  # it was withdrawn
        ("2026-00009", TODAY, date(2026, 7, 2)),  # something was put up on the board
    ],
)
def test_the_day_follows_from_the_record(corpus: Corpus, serial: str, today: date, day: date | None) -> None:
    """Publication, withdrawal, updates, turns of validity."""
    _, record = corpus.by_serial[serial]

    assert changed_on(record, states(corpus, today), today) == day
