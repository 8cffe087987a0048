"""The process that reads attachments: it imports once, then forks a child for each file and watches it.

Run as ``python -m``: a JSON list of paths comes in, one JSON object a file goes out, in any order. A child that takes
too long, too much memory, or falls over takes nobody with it.
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import selectors
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from publicity.content.attachments.draft import Draft, TooMuchError
from publicity.content.attachments.kinds import read_bytes
from publicity.content.attachments.reading import MAX_ATTACHMENT, Trouble
from publicity.content.attachments.troubles import BROKEN, TOO_MUCH, TOO_SLOW

SECONDS = 10
# Of the 300 MB that a file may take, what the interpreter and its libraries hold already is left out.
DATA_BYTES = 220 * 1024 * 1024
CHILDREN = 2


def read_file(path: Path) -> dict[str, object]:
    """Everything about one file, ready to be written as JSON."""
    draft = Draft(read_bytes)
    digest = ""
    try:
        if path.stat().st_size > MAX_ATTACHMENT:
            raise TooMuchError
        data = path.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        read_bytes(path.name, data, draft)
    except OSError:
        draft.trouble(BROKEN)
    except TooMuchError:
        draft.trouble(TOO_MUCH)
    except MemoryError:
        draft.store.passages.clear()
        draft.trouble(TOO_SLOW)
    return answer(draft.store.passages, list(draft.store.troubles), digest)


def answer(passages: object, troubles: list[Trouble], digest: str = "") -> dict[str, object]:
    """What is sent for a file."""
    told = [[one.rule, one.severity.value, one.message, one.cure, one.basis] for one in troubles]
    return {"passages": passages, "troubles": told, "digest": digest}


@dataclass
class _Child:
    index: int
    pid: int
    pipe: int
    until: float
    data: bytearray = field(default_factory=bytearray)


def serve(paths: list[str]) -> Iterator[tuple[int, bytes]]:
    """The index of each path with its answer, as children finish."""
    waiting = list(enumerate(paths))[::-1]
    with selectors.DefaultSelector() as selector:
        children: dict[int, _Child] = {}
        while waiting or children:
            while waiting and len(children) < CHILDREN:
                child = _start(*waiting.pop())
                children[child.pipe] = child
                selector.register(child.pipe, selectors.EVENT_READ)
            soonest = min(child.until for child in children.values())
            for key, _ in selector.select(max(soonest - time.monotonic(), 0)):
                child = children[key.fd]
                chunk = os.read(key.fd, 1024 * 1024)
                child.data += chunk
                if not chunk:
                    yield _finish(child, selector, children)
            for child in [one for one in children.values() if one.until <= time.monotonic()]:
                os.kill(child.pid, signal.SIGKILL)
                yield _finish(child, selector, children)


def _start(index: int, path: str) -> _Child:
    theirs_read, theirs_write = os.pipe()
    pid = os.fork()
    if pid == 0:
        _be_child(path, theirs_write)
    os.close(theirs_write)
    return _Child(index, pid, theirs_read, time.monotonic() + SECONDS)


def _be_child(path: str, pipe: int) -> None:
    """Read one file within limits and leave, never returning."""
    try:
        nothing = os.open(os.devnull, os.O_RDWR)
        for standard in (0, 1, 2):
            os.dup2(nothing, standard)
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
        resource.setrlimit(resource.RLIMIT_DATA, (DATA_BYTES, DATA_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        told = json.dumps(read_file(Path(path)), ensure_ascii=False).encode("utf-8", "replace")
        with os.fdopen(pipe, "wb") as stream:
            stream.write(told)
        os._exit(0)
    finally:
        os._exit(1)


def _finish(child: _Child, selector: selectors.BaseSelector, children: dict[int, _Child]) -> tuple[int, bytes]:
    selector.unregister(child.pipe)
    os.close(child.pipe)
    _, status = os.waitpid(child.pid, 0)
    del children[child.pipe]
    if status:
        return child.index, json.dumps(answer([], [TOO_SLOW])).encode()
    return child.index, bytes(child.data)


def main() -> None:
    """Serve the paths of standard input."""
    for index, told in serve(json.load(sys.stdin)):
        sys.stdout.buffer.write(b"%d\t%s\n" % (index, told))
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
