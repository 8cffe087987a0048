"""Government prose without a person in it, to stand around what is measured."""

from __future__ import annotations

from random import Random

from personal_info.grammar import Piece, fill

SENTENCES = (
    "为进一步规范{subsidy}发放工作，切实维护群众合法权益，根据《{law}》和上级有关文件精神，结合我镇实际，制定本方案。",
    "各村（社区）要高度重视，加强组织领导，明确专人负责，于{day}前将工作开展情况报{office}汇总。",
    "截至{day}，全镇共排查隐患{int:3:90}处，已整改{int:1:60}处，整改率{decimal:60:99}%。",
    "{village}共有村民小组{int:3:15}个，农户{int:200:900}户{thousands:1000:4500}人，耕地面积{thousands:900:5200}亩。",
    "会议听取了{office}关于{project}推进情况的汇报，研究部署了下一阶段重点工作。",
    "根据《{law}》第{int:3:70}条第{pick:一/二/三}款的规定，行政机关应当自收到申请之日起{int:5:60}个工作日内作出答复。",
    "{project}总投资{decimal:12:980}万元，其中中央财政衔接资金{decimal:5:300}万元，县级配套{decimal:1:80}万元，工期{int:60:360}日历天。",
    "公示期为{int:5:7}个工作日，公示期间如有异议，请以书面形式向{county}{organ}或者镇人民政府反映，并说明理由。",
    "联系电话：{office_phone}，办公时间：周一至周五上午9:00—12:00，下午13:30—17:00（法定节假日除外）。",
    "{year}年，全镇粮食播种面积{thousands:6000:30000}亩，{crop}种植{thousands:300:9000}亩，产值{decimal:100:9000}万元，同比增长{decimal:1:15}%。",
    "行政执法人员不得少于两人，应当主动出示执法证件，告知当事人依法享有陈述、申辩、申请回避等权利。",
    "全年开展法治宣传活动{int:4:30}场次，发放宣传资料{thousands:800:12000}余份，接受群众咨询{int:30:700}余人次。",
    "严格执行重大行政决策公众参与、专家论证、风险评估、合法性审查和集体讨论决定程序。",
    "网格员每周至少入户走访{int:2:6}次，重点关注独居老人、留守儿童、困难群众等群体，做到底数清、情况明。",
    "涉及个人隐私的内容，公开前应当作去标识化处理，不得公开身份证号码、银行账号、家庭住址等信息。",
    "对拒不整改的，依照《{law}》的规定依法处理；构成犯罪的，移送司法机关依法追究刑事责任。",
    "本通知自印发之日起施行，有效期{pick:二/三/五}年；《{town}人民政府关于加强{crop}产业管理的通知》（青府发〔{year}〕{int:1:60}号）同时废止。",
    "各站所要对照《基层政务公开标准目录》，逐项梳理应当公开的事项，做到应公开尽公开。",
    "乡镇人民政府应当加强对农村土地承包经营权流转的服务和管理，及时调处土地纠纷，促进农村社会和谐稳定。",
    "汛期实行24小时值班和领导带班制度，一旦发生险情，第一时间组织受威胁群众转移到安全地带。",
    "申请人对答复不服的，可以自收到答复之日起六十日内申请行政复议，也可以在六个月内依法提起行政诉讼。",
    "一是加强组织领导，压实工作责任；二是强化宣传引导，营造浓厚氛围；三是严格督查考核，确保工作实效。",
    "全镇{year}年度享受农村最低生活保障{int:90:900}户{int:200:2400}人，发放低保金{decimal:60:900}万元；特困供养{int:8:90}人。",
    "坚持以人民为中心的发展思想，着力解决群众急难愁盼问题，不断增强人民群众的获得感、幸福感、安全感。",
    "{office}要切实履行牵头责任，{county}{organ}负责业务指导，形成齐抓共管的工作格局。",
    "镇综合行政执法队对辖区内{int:6:60}家农资经营门店开展了检查，下达责令改正通知书{int:1:9}份。",
    "办理结果可以到镇便民服务中心窗口查询，也可以拨打12345政务服务便民热线咨询。",
    "本办法所称行政规范性文件，是指行政机关依照法定权限、程序制定并公开发布，涉及公民、法人和其他组织权利义务的公文。",
)
HEADINGS = (
    "工作目标",
    "基本情况",
    "主要做法",
    "存在问题",
    "下一步打算",
    "保障措施",
    "补贴对象和标准",
    "申报程序",
    "办理依据",
    "监督检查",
    "资金来源",
    "有关要求",
)
TITLES = (
    "关于印发《{town}{year}年{subsidy}实施方案》的通知",
    "{town}人民政府关于{project}的公示",
    "{town}{year}年法治政府建设工作情况报告",
    "{town}{year}年{subsidy}发放情况公示",
    "关于开展{crop}病虫害统防统治工作的通告",
    "{county}{town}人民政府行政执法事项公示",
)


def sentence(chance: Random) -> str:
    return fill(chance, chance.choice(SENTENCES))


def paragraph(chance: Random) -> str:
    return "".join(sentence(chance) for _ in range(chance.randint(1, 4)))


def block(chance: Random) -> str:
    """A paragraph, a heading with its paragraph, or a list."""
    roll = chance.random()
    if roll < 0.25:
        return f"## {chance.choice('一二三四五六')}、{chance.choice(HEADINGS)}\n\n{paragraph(chance)}"
    if roll < 0.4:
        mark = chance.choice(("- ", "1. "))
        return "\n".join(mark + sentence(chance) for _ in range(chance.randint(2, 4)))
    return paragraph(chance)


def title(chance: Random) -> str:
    return f"# {fill(chance, chance.choice(TITLES))}"


def embed(chance: Random, item: Piece) -> tuple[str, range]:
    """The item somewhere on a page, and the lines (from 1) where it must be found."""
    before = [block(chance) for _ in range(chance.randint(0, 4))]
    after = [block(chance) for _ in range(chance.randint(0, 3))]
    if chance.random() < 0.5:
        before.insert(0, title(chance))
    text = item.text
    if item.is_sentence and chance.random() < 0.5:
        text = sentence(chance) + text + sentence(chance)
    start = "\n\n".join([*before, ""]).count("\n") + 1
    return "\n\n".join([*before, text, *after]) + "\n", range(start + item.first, start + item.last + 1)
