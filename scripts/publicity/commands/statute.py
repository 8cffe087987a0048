"""``statute``: what rests on a law, or what to re-examine when the register changes."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from publicity.clock import read_today
from publicity.commands.common import config_option, counting, guarded, today_option
from publicity.content.loader import load_corpus
from publicity.enrich.changed_statutes import reviews
from publicity.enrich.facts import Facts
from publicity.enrich.resting import Resting
from publicity.errors import PublicityError
from publicity.outputs.resting import (
    render_resting_json,
    render_resting_text,
    render_reviews_json,
    render_reviews_text,
)
from publicity.rules import DATA_DIR, load_rules
from publicity.rules.statutes import load_statutes
from publicity.settings import load_settings


@click.command(help="哪些页面、规则以一部法律法规为依据；或者换了新的登记表以后，哪些要重新核对。")
@config_option
@today_option
@click.option(
    "--changed", type=click.Path(path_type=Path), help="新的登记表（列和 data/statutes.csv 一样），与现在的比较"
)
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", help="输出形式")
@click.argument("title", default="")
@guarded
def statute(config_file: Path, today: str | None, changed: Path | None, shape: str, title: str) -> None:
    if bool(title) == (changed is not None):
        raise PublicityError("请写一部法律法规的名称，或者用 --changed 给出新的登记表，只用一种。")
    with counting("读取") as count:
        facts = Facts(load_corpus(load_settings(config_file), count), load_rules(), read_today(today))
    if changed is None:
        render = render_resting_json if shape == "json" else render_resting_text
        click.echo(render(_resting(facts, title.strip().strip("《》"))), nl=False)
        return
    old, new = load_statutes(DATA_DIR / "statutes.csv"), load_statutes(changed, shown=str(changed))
    found = reviews(facts.resting, old, new)
    click.echo((render_reviews_json if shape == "json" else render_reviews_text)(found), nl=False)
    sys.exit(1 if any(review.uses for review in found) else 0)


def _resting(facts: Facts, title: str) -> Resting:
    """Also for a name that the register does not know, where a page gives it as a legal basis."""
    register = facts.rules.statutes
    known = register.resolve(title)
    name = known.title if known is not None else title
    if name in facts.resting:
        return facts.resting[name]
    if known is None:
        near = register.nearest(title)
        raise PublicityError(f"登记表里没有《{title}》。" + (f"是不是《{near}》？" if near else "请核对名称。"))
    return Resting(name, known, (), ())
