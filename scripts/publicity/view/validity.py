"""What a page says of a normative document's validity: banners, by day, and the history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from publicity.content.corpus import Corpus
from publicity.enrich.crosslinks import refs
from publicity.enrich.refs import Ref
from publicity.enrich.validity import STEPS, Event, Step, ValidityState
from publicity.model import NormativeDocument
from publicity.model.record import Validity
from publicity.view.clock import chinese_day

# A page tells what lies ahead this long before time alone brings it about.
SOON = timedelta(days=max(STEPS))

Links = tuple[tuple[str, Ref], ...]


@dataclass(frozen=True)
class Banner:
    """``begins`` is the ISO day from which it holds, empty for today's; ``tone`` is stop, wait or plain.

    ``links`` are documents with the words before them.
    """

    begins: str
    tone: str
    words: str
    links: Links


@dataclass(frozen=True)
class HistoryRow:
    """``day`` is in Chinese, empty where unknown; ``ahead`` rows have not happened yet."""

    day: str
    step: str
    because: Ref | None
    note: str
    ahead: bool


def scripts_for(changing: bool) -> list[str]:
    """The script of a page that shows what a day will change."""
    return ["validity.js"] if changing else []


def validity_data(corpus: Corpus, record: NormativeDocument, state: ValidityState) -> dict[str, Any]:
    """What the page of a normative document reads."""
    found = refs(corpus, [record.replaced_by] if record.replaced_by else [], NormativeDocument)
    return {
        "banners": banners(state, found[0] if found else None),
        "history": history_rows(state.history, state.today),
        "scripts": scripts_for(bool(state.changes_ahead)),
    }


def banners(state: ValidityState, replacement: Ref | None) -> list[Banner]:
    """Today's banner, where there is need of one, and one for each change ahead, for the reader's browser to show.

    ``replacement`` is the document that took this one's place.
    """
    now = Banner("", *_told(state.state, state.turn, state, replacement))
    following = _soon(state)
    if following is not None and following.on is not None and following.state is not None:
        words = f"{now.words or '本文件现行有效。'}将于{chinese_day(following.on)}{following.state.label}。"
        links = _links((f"{following.step.label}它的文件：", following.because))
        now = Banner("", now.tone if now.words else "wait", words, now.links + links)
    ahead = [Banner(f"{one.on}", *_told(one.state, one, state, replacement)) for one in state.changes_ahead]
    return [one for one in [now, *ahead] if one.words]


def history_rows(history: Sequence[Event], today: date) -> list[HistoryRow]:
    """What happened and will, in order; what has no day comes last."""
    return [
        HistoryRow(
            chinese_day(event.on) if event.on else "",
            event.step.label,
            event.because,
            event.note,
            event.on is not None and event.on > today,
        )
        for event in history
    ]


def _told(
    state: Validity | None, turn: Event | None, life: ValidityState, replacement: Ref | None
) -> tuple[str, str, Links]:
    """Tone, words and links; no words for a document in force of which nothing need be said."""
    day = f"自{chinese_day(turn.on)}起" if turn is not None and turn.on is not None else ""
    because = turn.because if turn is not None else None
    if state is None:
        return "wait", "本文件是否有效还没有核定，请先向制定机关核实，不要当作办事的依据。", ()
    if state is Validity.NOT_YET:
        begins = next((one.on for one in life.changes_ahead if one.step is Step.BEGAN), None)
        words = f"，{chinese_day(begins)}起施行" if begins else ""
        return "wait", f"本文件尚未施行{words}。现在还不能当作办事的依据。", ()
    if state is Validity.AMENDED:
        return "wait", f"本文件{day}已经修改，请同时看修改的内容。", _links(("修改它的文件：", because))
    if state.ended:
        ending = ("废止它的文件：", because if because != replacement else None)
        links = _links(ending, ("取代它的文件：", replacement))
        return "stop", f"本文件{day}已经{state.label}，不再作为行政管理的依据。", links
    if turn is not None and turn.on is not None and turn.on > life.today:
        return "plain", f"本文件{day}施行。", ()
    return "plain", "", ()


def _links(*named: tuple[str, Ref | None]) -> Links:
    return tuple((words, ref) for words, ref in named if ref is not None)


def _soon(state: ValidityState) -> Event | None:
    """The next change, unless it is the beginning, or only time brings it about and is long in doing so."""
    following = next((one for one in state.changes_ahead if one.step is not Step.BEGAN), None)
    if following is None or following.on is None:
        return None
    return None if following.because is None and following.on - state.today > SOON else following
