"""Whether a named person stands beside something: in the same row of a table, or in the same sentence."""

from __future__ import annotations

import re

from publicity.checks.personal_info.scan import Scan

# 百家姓, and the surnames of more than a hundred thousand people that it lacks.
_SINGLE = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐"
    "费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董"
    "梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉"
    "钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景"
    "詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀浦尚"
    "农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶"
    "空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖佘牟岳楚缑亢况郈有琴覃闫代涂苟付尧税欧粟赫蒋岩岑吕帅候兰粱敬苑佟仝揭占操降"
)
_DOUBLE = (
    "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|宇文|长孙|司徒|端木|夏侯|闻人|太史|独孤|南宫|百里|东郭|呼延"
)
_GIVEN = r"[\u3400-\u9fff]{1,2}(?:·[\u3400-\u9fff]{1,8})?"
NAME = rf"(?:(?:{_DOUBLE}){_GIVEN}|[{_SINGLE}]{_GIVEN})"
_NAME_CELL = re.compile(rf"{NAME}(?:[（(][男女][)）])?")
NAME_HEADER = re.compile(
    r"姓\s*名|名字|户主|申请人|联系人|当事人|相对人|村民|对象|受助|学生|儿童|孩子|本人|家长|监护人|负责人|领取人|享受人|救助|持证人|人员|机主|持卡人|承包方|权利人|残疾人"
)
_ROLE = (
    "(?:姓名|名叫|户主|户名|村民|居民|群众|申请人|联系人|收件人|当事人|被处罚人|相对人|学生|儿童|孤儿|患者|感染者|病人|机主|持卡人|持证人|收款人|领取人|受益人|使用人|"
    "承包人|权利人|老人|本人|监护人|家长|父亲|母亲|丈夫|妻子|儿子|女儿|对象|供养人员|经查，?|查明，?|车主|驾驶人)"
)
_AFTER = (
    r"(?:[，,、]?\s*(?:男|女|系|现住|住址|家住|住在|户籍|患|因病|身患|出生|生于|今年|同志|身份证|确诊|\d{1,3}\s?岁|[一二三四]级|(?:肢体|视力|听力|言语|智力|精神|多重)残疾)|"
    r"[（(](?:男|女|\d|身份证|户主|户籍|现住|住))"
)
# What follows a name that nothing but its role announces.
_GOES_ON = r"[在的于因系等家与和同已被将向住患为是由确有户现每]"
_IN_SENTENCE = re.compile(
    rf"{_ROLE}[为是系叫:：（(\s]{{0,3}}({NAME})(?=$|[^\u4e00-\u9fff某×*＊xX]|{_GOES_ON})|"
    rf"(?<![\u4e00-\u9fff])({NAME})(?={_AFTER})|(?<=在)({NAME})(?={_AFTER})"
)
# Somebody who stands there for an office, whose name is public.
POST = re.compile(
    r"书记|镇长|乡长|县长|主任|委员|部长|局长|所长|站长|队长|校长|院长|科长|股长|经理|分管|主持|职务|驻村|包村|网格|民警|辅警|教师|医生|律师|法官|检察"
)
# Words that look like names because they begin with what is also a surname.
_NOT_NAMES = frozenset(
    re.findall(
        "..",
        "安全农忙关爱安排安置包括成员成立程序储备单位方法方式方案费用封面高中高度高龄公开公示公告公司管理广场国家国土和谐计划计算家庭家长金额经济经费经办居民居住"
        "利用连接路线满意明细明确农业农村平均平台强化全部全镇任务荣誉容积沙石尚未师生施工时间时限实际束缚水利水库司法通知通过通讯温馨文化文件文号文书武装"
        "务工项目相关相对须知宣传严重养老易地益民应急应当有效有关余额元月越级云南暂行支出支持支付终止周边周期祝贺资金左右合计总计小计无业党员党委国有都有"
        "东至西至南至北至红线关系关于后续查询权限权利公共公务常住常用于是平方元整万元双方从事全体全家有无都是明年年龄童年房屋田土山林林地水电石头米面时候"
        "周岁章程江河钟点方便宁可连续阴雨雷电能力通信边界古树终身居委步行满足文字文明广大丰收相应相符后期查看益处",
    )
)
_OPENS = re.compile(rf"(?<![\u4e00-\u9fff])({NAME})(?:[，,（(：:]|因|患|得)\s?[^，。|]{{0,10}}$")
_FORM_ROWS = 40
_MASK = re.compile(r"[某×*＊○〇xX]")


def is_name(text: str) -> bool:
    """Whether a cell holds a full name and nothing else."""
    bare = text.strip()
    return bool(_NAME_CELL.fullmatch(bare)) and bare not in _NOT_NAMES and not _MASK.search(bare)


def name_beside(scan: Scan, offset: int) -> str:
    """The full name in the same row or form, or in the sentence that holds the place; empty when there is none."""
    row = scan.row_of(offset)
    if scan.is_row(row):
        return next(iter(names_in_row(scan, row)), "") or _name_in_form(scan, row)
    text = scan.line_text(row)
    return next(iter(names_in(_sentence(text, scan.column_of(offset) - 1))), "")


def names_in_row(scan: Scan, row: int) -> list[str]:
    """Full names in the columns that a header says hold names, or behind such a label in the row."""
    cells = scan.cells(row)
    labels = zip(scan.headers(row), ("", *cells), cells, strict=False)
    named = [cell for head, before, cell in labels if NAME_HEADER.search(head) or NAME_HEADER.search(before)]
    return [cell for cell in named if is_name(cell)] or names_in(scan.line_text(row))


def _name_in_form(scan: Scan, row: int) -> str:
    """A form has a label and its value in each row: the name stands in another row of the same table."""
    table = scan.table_of(row)
    if len(table) > _FORM_ROWS or len([cell for cell in scan.cells(row) if cell]) > 2:
        return ""
    names = (name for one in table if one != row for name in _labelled_name(scan.cells(one)))
    return next(names, "")


def _labelled_name(cells: list[str]) -> list[str]:
    filled = [cell for cell in cells if cell]
    return filled[1:] if len(filled) == 2 and NAME_HEADER.search(filled[0]) and is_name(filled[1]) else []


def names_in(text: str) -> list[str]:
    """Full names in running text, by what stands before or after them."""
    found = [match.group(1) or match.group(2) or match.group(3) for match in _IN_SENTENCE.finditer(text)]
    return [name for name in found if name not in _NOT_NAMES and name[:2] not in _NOT_NAMES and not _MASK.search(name)]


def name_before(text: str) -> str:
    """The full name that opens what is said at the end of ``text``: ``韦明明，肢体`` or ``韦明明（``."""
    found = _OPENS.search(text)
    return found.group(1) if found and is_name(found.group(1)) else ""


def _sentence(text: str, place: int) -> str:
    """The sentence around a place, at most 120 characters to each side."""
    start = max(text.rfind("。", 0, place) + 1, place - 120)
    end = text.find("。", place)
    return text[start : min(end if end >= 0 else len(text), place + 120)]
