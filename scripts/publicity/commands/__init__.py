"""Every verb, in one visible tuple: each reads its options, calls the house, prints, and sets the exit code.

0 good, 1 blocked, 2 cannot run.
"""

from __future__ import annotations

import click

from publicity.commands.build import build
from publicity.commands.check import check
from publicity.commands.clean import clean
from publicity.commands.duties import duties
from publicity.commands.generate import generate
from publicity.commands.inspect import inspect
from publicity.commands.new import new
from publicity.commands.pack import pack
from publicity.commands.serve import serve
from publicity.commands.statute import statute

COMMANDS: tuple[click.Command, ...] = (
    check,
    build,
    serve,
    new,
    duties,
    inspect,
    statute,
    clean,
    pack,
    generate,
)
