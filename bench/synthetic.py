"""Synthetic disclosure documents for measuring: invented town, fixed seed, never in docs/."""

from __future__ import annotations

import random
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORDS = [
    "本镇",
    "严格",
    "落实",
    "政府",
    "信息",
    "公开",
    "条例",
    "规定",
    "村民",
    "委员会",
    "土地",
    "承包",
    "经营权",
    "流转",
    "宅基地",
    "审核",
    "社会",
    "救助",
    "低保",
    "资金",
    "发放",
    "行政",
    "处罚",
    "程序",
    "依据",
    "法治",
    "宣传",
    "教育",
    "网格",
    "排查",
    "道路",
    "安全",
    "生产",
    "防汛",
    "应急",
    "预案",
    "预算",
    "执行",
    "情况",
    "项目",
    "采购",
    "公示",
    "监督",
    "群众",
    "意见",
    "建议",
    "办理",
    "结果",
    "通知",
    "要求",
    "各村",
    "社区",
    "部门",
    "工作",
    "计划",
    "完成",
    "时限",
    "责任",
    "检查",
    "整改",
    "档案",
    "登记",
    "服务",
    "窗口",
]
SETTINGS = """\
site_name: 青石镇信息公开
site_url: https://portal.example/qingshi/
plugins: []
theme: {name: material, custom_dir: "{root}/overrides", language: zh-CN, font: false}
hooks: ["{root}/scripts/hooks.py"]
not_in_nav: "*"
exclude_docs: "_fragments/"
markdown_extensions: [admonition, attr_list, def_list, sane_lists, tables, markdown_include.include]
nav: [{首页: index.md}, {政府信息公开: [{法定主动公开内容: disclosure/index.md}]}]
extra:
  generator: false
  publicity:
    town: 青石镇
    county: 云岭县
    organ: 云岭县青石镇人民政府
    superior: 云岭县人民政府
    columns: [{path: "", name: 首页, description: 首页, keywords: 公开, column_type: 首页}]
"""
STOCK = """\
site_name: 青石镇信息公开
theme: {name: material, language: zh, font: false}
markdown_extensions: [admonition, attr_list, def_list, sane_lists, tables, markdown_include.include]
"""


def write_town(folder: Path, documents: int, *, stock: bool = False) -> Path:
    """A project with that many documents, ours or stock Material's; the path of its mkdocs.yml."""
    docs = folder / "docs"
    (docs / "disclosure" / "2025").mkdir(parents=True)
    (docs / "index.md").write_text(_page("首页", "home"), encoding="utf-8")
    (docs / "disclosure" / "index.md").write_text(_page("法定主动公开内容", "categories"), encoding="utf-8")
    for number in range(1, documents + 1):
        path = docs / "disclosure" / "2025" / f"2025-{number:05d}.md"
        path.write_text(document(number), encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(STOCK if stock else SETTINGS.replace("{root}", ROOT.as_posix()), encoding="utf-8")
    return config


def document(number: int) -> str:
    """One document: twelve fields, about 3,000 Han characters, a table in two of five."""
    chance = random.Random(number)
    month, day = chance.randint(1, 12), chance.randint(1, 27)
    head = [
        "---",
        "# yaml-language-server: $schema=../../schemas/disclosure_item.json",
        "kind: disclosure_item",
        f"title: 关于{_phrase(chance, 6)}的通知（{number}）",
        f"serial: 2025-{number:05d}",
        "index_number: 待核定",
        "issuing_organ: 云岭县青石镇人民政府",
        f"formed_on: 2025-{month:02d}-{day:02d}",
        f"document_number: 青府发〔2025〕{number}号",
        f"published_at: 2025-{month:02d}-{day + 1:02d} 09:30",
        "validity: in_force",
        f'category: "20.{chance.randint(1, 15)}"',
        f"summary: {_phrase(chance, 8)}。",
        "---",
        "",
    ]
    parts = [_section(chance, place) for place in range(6)]
    if chance.random() < 0.4:
        rows = [f"| {_phrase(chance, 2)} | {chance.randint(1, 900)} | {_phrase(chance, 2)} |" for _ in range(12)]
        parts.append("\n".join(["| 事项 | 数量 | 负责 |", "| --- | --- | --- |", *rows]))
    return "\n".join(head) + "\n\n".join(parts) + "\n"


def _section(chance: random.Random, place: int) -> str:
    paragraphs = ["。".join(_phrase(chance, 12) for _ in range(11)) + "。" for _ in range(2)]
    return "\n\n".join([f"## {'一二三四五六'[place]}、{_phrase(chance, 4)}", *paragraphs])


def _phrase(chance: random.Random, words: int) -> str:
    return "".join(chance.sample(WORDS, words))  # no word twice running: that would be an error to report


def _page(title: str, layout: str) -> str:
    return f"---\nkind: page\ntitle: {title}\nlayout: {layout}\n---\n欢迎。\n"
