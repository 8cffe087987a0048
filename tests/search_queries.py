"""200 queries that residents and clerks may type, over the synthetic archive of bench/search_corpus.py."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator

from search_corpus import Corpus
from search_words import TERMS, person, village

from publicity.search.document import Document

SINGLE = tuple("补村低户款林复罚证7a，贴埂镜瘟津")
NAMES = tuple(person(number) for number in range(0, 300, 17))
VILLAGES = tuple(village(number) for number in range(0, 180, 10))
MIXED = (
    "PM2.5", "pm2.5", "ＰＭ２.５", "COVID-19", "covid", "A4", "a４", "www.gov.cn", "gov", "Wi-Fi 6", '"wi-fi 6"', "5g",
    "e-mail", "CO2", "GB 2312-1980", "2312", "gb/t 37668-2019", "Q&A", "m2", "12345", "ISO 9001：2015", "abc",
    "no 12", "x射线",
)  # fmt: skip
SENTENCES = (
    '"根据《中华人民共和国政府信息公开条例》第二十条的规定，现予以公开"', "根据中华人民共和国政府信息公开条例第二十条", "“公示期内接受社会监督”",
    '"遇有重大问题，请及时向镇党政办公室报告。"', "资金应当专款专用，任何单位和个人不得截留、挪用、挤占", "谁执法谁普法”的责任制",
    '"截至目前，已完成全年任务的百分之八十五以上"', "深入贯彻“三农”工作部署", "深入贯彻三农工作部署", '"村民委员会应当自收到申请之日起三个工作日内"',
    "严禁弄虚作假、优亲厚友，一经查实严肃处理", "做到底数清、情况明、措施实、责任到人", "经镇人民政府常务会议研究同意",
    "9:00—12:00、13:30—17:00", "“放管服”改革", '"本办法由青石镇人民政府负责解释"',
    "户主任", "民政府办公室设在社会", '"每月25日前报送"', "青石镇人民政府一楼办事大厅；办公时间：工作日",
)  # fmt: skip
SEVERAL = (
    "低保 公示", "处罚 决定", "宅基地 审批 处罚", "低保 高龄津贴", "森林防火 通告", "临时救助 医疗救助 低保", "河长制 2022", "公告 2019",
    "行政复议 六十日", "处罚 处罚", "政府 信息 公开 条例", "危房改造 名单 金额", "“执法全过程记录” 行政复议", '"低保" "处罚"', "养老服务 明细表", "PM2.5 处罚",
    "非洲猪瘟 A4", "财政所 三公经费", "12345 低保", "，低保。", "低保　处罚", "  低保  ", "一 二 三 四", "雨露计划 名单", "同志 村民",
)  # fmt: skip
TRADITIONAL = (
    "低保戶", "處罰", "執法全過程記錄", "森林防火責任", "為保障公民、法人和其他組織", "为保障公民、法人和其他组织", "關於進一步規範農村宅基地", "歷史文獻", "历史文献记载",
    "鄉鎮企業", "国务院办公厅关于", "橋樑", "義務教育", "非洲豬瘟", "層層簽訂責任書", "行政复议機關", "養老服務", "農機購置補貼",
)  # fmt: skip
VARIANTS = (
    "青府发[2022]49号", "青府发【2022】49号", "青府发（2022）49号", "青府发〔２０２２〕49号", "青府发〔2022〕", "〔2022〕49号", "49号",
    "2022-18", "２０２２", "9:00-12:00",
    "9：00～12：00", "13:30–17:00", "村 (社区)", "金额(元)", "各村（社区）", "青府发2022", "谁执法谁普法", "“谁执法谁普法”",
)  # fmt: skip
MISSES = (
    "量子纠缠",
    "zebra",
    "青府发〔1949〕1号",
    "低保处罚低保处罚",
    "20.30.40",
    "饕餮",
    "—…—",
    "“”",
    "低保 量子纠缠",
)


def fixed(corpus: Corpus) -> tuple[str, ...]:
    """The 200 queries: those above and the numbers of a few documents, whole and in part."""
    numbers = [
        number for place in range(3, corpus.count, corpus.count // 5) for number in corpus.document(place).numbers
    ]
    parts = [numbers[0].split("-")[1], numbers[0][:7], numbers[-1].partition("〕")[2]]
    queries = (
        *TERMS, *SINGLE, *NAMES, *VILLAGES, *MIXED, *SENTENCES, *SEVERAL, *TRADITIONAL, *VARIANTS, *MISSES,
        *numbers, *parts,
    )  # fmt: skip
    return tuple(dict.fromkeys(queries))[:200]


def random_substrings(documents: Iterable[Document], seed: int, count: int) -> Iterator[str]:
    """Pieces of 1 to 24 characters out of anything a reader sees: titles, numbers, paragraphs, cells, attachments."""
    chance = random.Random(seed)
    held = list(documents)
    for _ in range(count):
        document = chance.choice(held)
        blocks = [document.title, *document.numbers, *document.blocks]
        blocks += [block for one in document.attachments for block in one.blocks]
        block = chance.choices(blocks, [len(block) for block in blocks])[0]
        start = chance.randrange(len(block))
        yield block[start : start + chance.randint(1, 24)]
