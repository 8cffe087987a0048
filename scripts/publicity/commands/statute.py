"""``statute``: what rests on a law, or what to re-examine when the register changes."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from publicity.clock import read_today
from publicity.commands.common import config_option, counting, guarded, today_option
from publicity.content.citations import Citation, find_citations
from publicity.content.loader import load_corpus
from publicity.enrich.changed_statutes import reviews
from publicity.enrich.facts import Facts
from publicity.enrich.resting import Resting, resting_on
from publicity.errors import PublicityError
from publicity.model.citation import place_words
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
    if bool(title.strip(" 　《》")) == (changed is not None):
        raise PublicityError("请写一部法律法规的名称，或者用 --changed 给出新的登记表，只用一种。")
    with counting("读取") as count:
        facts = Facts(load_corpus(load_settings(config_file), count), load_rules(), read_today(today))
    if changed is None:
        resting, place = _asked(facts, title.strip())
        click.echo(render_resting_json(resting) if shape == "json" else render_resting_text(resting, place), nl=False)
        return
    old, new = load_statutes(DATA_DIR / "statutes.csv"), load_statutes(changed, shown=str(changed))
    anew = resting_on(facts.corpus, replace(facts.rules, statutes=new))
    found = reviews(facts.resting, anew, old, new)
    click.echo((render_reviews_json if shape == "json" else render_reviews_text)(found), nl=False)
    sys.exit(1 if any(review.uses for review in found) else 0)


def _asked(facts: Facts, words: str) -> tuple[Resting, str]:
    """A whole statute, or the articles of it that are asked for and their words: 行政处罚法第四十八条."""
    cited = [one for one in find_citations(words) if one.article is not None]
    if not cited:
        return _resting(facts, words.strip("《》")), ""
    resting = _resting(facts, cited[0].title)
    place = "、".join(place_words(one.article, None, None, one.last_article) for one in cited)
    last = resting.statute.articles if resting.statute is not None else None
    if last is not None and any((one.last_article or one.article or 0) > last for one in cited):
        raise PublicityError(f"《{resting.title}》只有{last}条，没有{place}。")
    pages = tuple(use for use in resting.pages if any(_meet(use.citation, one) for one in cited))
    rules = tuple(use for use in resting.rules if any(_meet(use.citation, one) for one in cited))
    return replace(resting, pages=pages, rules=rules), place


def _meet(use: Citation, asked: Citation) -> bool:
    """Whether two places have an article in common."""
    if use.article is None or asked.article is None:
        return False
    return use.article <= (asked.last_article or asked.article) and asked.article <= (use.last_article or use.article)


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
