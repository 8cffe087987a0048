"""An image says in words what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from publicity.content.corpus import Corpus
from publicity.finding import Finding, Severity
from publicity.rules import Rules

BASIS = "无障碍环境建设法 第三十二条"


def check_images(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """Alternative text is there."""
    for page in corpus.pages:
        for link in page.links:
            if link.is_image and not link.text.strip():
                cure = "请在方括号里写一句话说明图片内容，如 ![宪法宣传周活动现场](…)"
                where = link.line
                yield Finding(
                    where.path, where.number, link.column, Severity.BLOCK, "image-alt", "图片没有文字说明", cure, BASIS
                )
