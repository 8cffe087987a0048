"""What synthetic documents for measuring search are made of: words, terms of the trade, stock sentences, names."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from synthetic import ROOT

# Term and the share of documents that hold it.
TERMS = {
    "处罚": 0.30, "低保": 0.15, "执法全过程记录": 0.14, "行政复议": 0.20, "宅基地": 0.12, "森林防火": 0.09,
    "临时救助": 0.08, "医疗救助": 0.06, "公益性岗位": 0.05, "退耕还林": 0.04, "饮水安全": 0.06, "危房改造": 0.05,
    "三公经费": 0.03, "重大行政决策": 0.07, "权责清单": 0.05, "高龄津贴": 0.03, "农机购置补贴": 0.03, "耕地地力保护补贴": 0.04,
    "河长制": 0.05, "殡葬改革": 0.02, "养老服务": 0.06, "双随机一公开": 0.03, "村规民约": 0.04, "非洲猪瘟": 0.02,
    "地质灾害": 0.06, "义务教育": 0.05, "易地扶贫搬迁": 0.03, "雨露计划": 0.01, "防溺水": 0.02, "法律顾问": 0.04,
}  # fmt: skip
MIXED = {
    "PM2.5": 0.03, "COVID-19": 0.02, "A4": 0.05, "www.gov.cn": 0.06, "Wi-Fi 6": 0.01, "GB 2312-1980": 0.01, "5G": 0.03,
    "APP": 0.05, "e-mail": 0.02, "CO₂": 0.01, "LED": 0.03, "GB/T 37668—2019": 0.01, "12345": 0.08, "Excel 2016": 0.01,
    "PDF": 0.06, "ISO 9001:2015": 0.005, "X射线": 0.005, "Q＆A": 0.01, "ＡＢＣ": 0.005, "㎡": 0.04, "№ 12": 0.005,
}  # fmt: skip
STOCK = (
    "根据《中华人民共和国政府信息公开条例》第二十条的规定，现予以公开。", "请各村（社区）结合实际，认真抓好贯彻落实。",
    "本通知自印发之日起施行，有效期五年。", "遇有重大问题，请及时向镇党政办公室报告。", "公示期为七个工作日，公示期内接受社会监督。",
    "为深入贯彻“三农”工作部署，切实保障群众切身利益，制定本方案。", "申请人对结果不服的，可以自收到决定之日起六十日内提出。",
    "资金应当专款专用，任何单位和个人不得截留、挪用、挤占。", "要坚持“谁执法谁普法”的责任制，把宣传教育贯穿始终。",
    "联系地址：青石镇人民政府一楼办事大厅；办公时间：工作日9:00—12:00、13:30—17:00。", "各责任单位应于每月25日前报送进展情况。",
    "对工作不力、推诿扯皮的，将在全镇范围内通报批评。", "经镇人民政府常务会议研究同意，现印发给你们。", "统筹推进“放管服”改革，做到“应放尽放”。",
    "所需经费列入本级财政预算，由财政所负责审核拨付。", "村民委员会应当自收到申请之日起三个工作日内完成初审。", "严禁弄虚作假、优亲厚友，一经查实严肃处理。",
    "本办法由青石镇人民政府负责解释。", "以上意见请认真研究落实，并将落实情况书面反馈。", "做到底数清、情况明、措施实、责任到人。",
    "依照法定权限和程序行使权力，履行职责，承担责任。", "截至目前，已完成全年任务的百分之八十五以上。", "群众的满意度和获得感明显提升。",
    "成立由镇长任组长、分管领导任副组长的工作领导小组，办公室设在社会事务办公室。",
)  # fmt: skip
# As a county of the south-west may quote an older or a neighbouring text.
TRADITIONAL = (
    "為保障公民、法人和其他組織依法獲取政府資訊，提高政府工作的透明度，建設法治政府，制定本條例。",
    "行政機關應當及時、準確地公開政府資訊，發現影響社會穩定的虛假資訊的，應當予以澄清。",
    "縣級以上地方人民政府應當加強對護林防火工作的領導，層層簽訂責任書。",
    "鄉鎮企業應當遵守國家環境保護的法律，積極發展無污染、少污染和低資源消耗的產業。",
    "歷史文獻記載，該處橋樑始建於清代，為縣級文物保護單位。",
    "國務院辦公廳關於進一步規範農村宅基地審批管理的通知，請遵照執行。",
)  # fmt: skip
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石韦覃莫蒙岑"
GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂芝建华国庆志文辉力永健世广义兴良海山仁波宁贵福生龙元全胜学祥才发成康光天达安岩中茂进林有坚和彪博诚先敬震振"
PLACES = "坡岭坪寨坝塘湾冲岩洞溪河桥林井田坳屯堡场沟泉石柏松杉竹柳枫桂梨桃麻茶"
BEFORE = "上下大小新老高平龙凤甲乌白青红黄长甘水羊牛马"
# How many words the vocabulary has, and how many of them come from the project's own texts at most.
WORDS, REAL_WORDS = 22_000, 12_000
SOURCES = ("data/statutes.csv", "data/catalogue.yml", "data/deadlines.yml", "data/inspection.yml", "docs/**/*.md")
_HAN_RUN = re.compile("[\u4e00-\u9fff]{2,}")


def vocabulary() -> list[str]:
    """Words of one to four characters, the most frequent first; none holds a term of the trade."""
    runs = list(_han_runs())
    real = [word for word in _common_parts(runs) if not any(term in word for term in TERMS)][:REAL_WORDS]
    known, chance = set(real), random.Random("vocabulary")
    characters, weights = _characters(runs)
    invented: list[str] = []
    while len(real) + len(invented) < WORDS:
        word = "".join(chance.choices(characters, weights, k=chance.choice((2, 2, 2, 3, 4))))
        if word not in known:
            known.add(word)
            invented.append(word)
    return real + invented


def zipf(words: Sequence[str]) -> list[float]:
    """Cumulative weights for ``random.choices``: the word of rank r comes as often as 1 / (r + 2.7) (Mandelbrot)."""
    return list(accumulate(1 / (rank + 2.7) for rank in range(1, len(words) + 1)))


def person(number: int) -> str:
    """The invented person of that number."""
    chance = random.Random(f"person {number}")
    return chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.choice((1, 2, 2, 2))))


def village(number: int) -> str:
    """The invented village of that number."""
    chance = random.Random(f"village {number}")
    return chance.choice(BEFORE) + "".join(chance.choices(PLACES, k=2)) + chance.choice("村村村寨组")


def _han_runs() -> Iterator[str]:
    for pattern in SOURCES:
        for path in sorted(ROOT.glob(pattern)):
            yield from _HAN_RUN.findall(path.read_text(encoding="utf-8"))


def _common_parts(runs: Sequence[str]) -> list[str]:
    """Parts of one to four characters that come again and again, most frequent first: most are words."""
    found: list[tuple[int, str]] = []
    for length, least in ((1, 150), (2, 4), (3, 5), (4, 6)):
        counts = Counter(run[at : at + length] for run in runs for at in range(len(run) - length + 1))
        found += [(count, word) for word, count in counts.items() if count >= least]
    return [word for _, word in sorted(found, key=lambda pair: (-pair[0], pair[1]))]


def _characters(runs: Sequence[str]) -> tuple[list[str], list[float]]:
    """The 3,755 everyday characters (level 1 of GB 2312), weighted as in the texts; the rest are a thin tail."""
    level = [
        bytes((row, cell)).decode("gb2312")
        for row in range(0xB0, 0xD8)
        for cell in range(0xA1, 0xFF)
        if (row, cell) < (0xD7, 0xFA)
    ]
    counts = Counter("".join(runs))
    return level, [counts[one] + 8.0 for one in level]
