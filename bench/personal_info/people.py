"""What tells of a person without a long number: addresses, births, children, illness, property, messengers."""

from __future__ import annotations

MESSENGER = (
    "VX同号：{<}{login}{>}",
    "微信号：{<}{login}{>}", "微信：{<}{login}{>}", "wx：{<}{login}{>}", "VX:{<}{login}{>}", "联系人{person}，微信{<}{login}{>}。",
    "加微信 {<}{login}{>} 进群。", "V信：{<}{login}{>}", "{person}（微信号{<}{login}{>}）", "WeChat: {<}{login}{>}",
    "{person}，{<}{mobile}（微信同号）{>}", "电话{<}{mobile}{>}，微信同号。", "微信号：{<}{mobile}{>}",
    "QQ：{<}{qq}{>}", "QQ号：{<}{qq}{>}", "联系人{person}，QQ号码{<}{qq}{>}。", "qq:{<}{qq}{>}", "扣扣：{<}{qq}{>}", "{person}（QQ{<}{qq}{>}）负责收集材料。",
    "| 姓名 | 微信号 |\n| --- | --- |\n| {person} | {<}{login}{>} |", "| 姓名 | QQ |\n| --- | --- |\n| {person} | {<}{qq}{>} |",
)  # fmt: skip
EMAIL = (
    "联系人{person}，邮箱{<}{mail}{>}。", "{person}：{<}{mail}{>}", "电子邮箱：{<}{mail}{>}（{person}）", "请将材料发至{person}邮箱{<}{mail}{>}。",
    "E-mail: {<}{mail}{>}，联系人：{person}", "[{person}](mailto:{<}{mail}{>})", "申请人{person}，电子邮件{<}{mail}{>}。", "- {person} {<}{mail}{>}",
    "| 姓名 | 电子邮箱 |\n| --- | --- |\n| {person} | {<}{mail}{>} |", "| 申请人 | {person} |\n| --- | --- |\n| 邮箱 | {<}{mail}{>} |",
)  # fmt: skip
HOME_ADDRESS = (
    "当事人{person}，住{<}{home}{>}。", "申请人：{person}，女，住址：{<}{home}{>}。", "{person}，家住{<}{home}{>}，系低保对象。", "{person}（户籍地：{<}{home}{>}）",
    "家庭住址：{<}{home}{>}（户主{person}）", "被申请人{person}，现住{<}{home}{>}。", "姓名：{person}　住址：{<}{home}{>}", "送达地址：{<}{home}{>}，收件人：{person}",
    "经查，{person}在其位于{<}{home}{>}的住宅旁搭建棚屋。", "户主{person}，现居住于{<}{home}{>}，家庭人口{int:2:7}人。",
    "| 姓名 | 住址 |\n| --- | --- |\n| {person} | {<}{home}{>} |", "| 序号 | 户主姓名 | 家庭住址 | 人口 |\n| --- | --- | --- | ---: |\n| 1 | {person} | {<}{home}{>} | {int:1:8} |",
    "| 姓名 | 详细地址 | 补助金额 |\n| --- | --- | ---: |\n| {person} | {<}{home}{>} | {money} |",
    "| 项目 | 内容 |\n| --- | --- |\n| 当事人 | {person} |\n| 住所 | {<}{home}{>} |",
)  # fmt: skip
HOUSEHOLD = (
    "户口簿号：{<}{household}{>}（户主{person}）", "{person}，户号{<}{household}{>}。", "户主{person}，户口本号{<}{household}{>}。", "家庭户号：{<}{household}{>}",
    "户籍编号：{<}{household}{>}，户主：{person}", "居民户口簿编号{<}{household}{>}，姓名{person}。", "户口簿户号为{<}{household}{>}的{person}户已迁出。", "户口号码：{<}{household}{>}",
    "| 户主 | 户口簿号 |\n| --- | --- |\n| {person} | {<}{household}{>} |", "| 序号 | 户号 | 户主姓名 | 人口 |\n| --- | --- | --- | ---: |\n| 1 | {<}{household}{>} | {person} | {int:1:8} |",
    "| 姓名 | 户籍编号 |\n| --- | --- |\n| {person} | {<}{household}{>} |",
)  # fmt: skip
BIRTH = (
    "{masked_person}，{<}{born}出生{>}，身份证号{masked_id}。",
    "{masked_person}，男，{<}{int:1935:2015}年生{>}，{masked_id}。", "当事人{masked_person}（身份证号：{masked_id}，{<}{born}生{>}）", "{masked_person}，男，{<}{int:20:90}岁{>}，身份证{masked_id}，未经批准建房。",
    "{person}，{<}现年{int:20:90}岁{>}，公民身份号码{masked_id}。", "出生日期：{<}{iso:1935:2015}{>}，身份证号：{masked_id}", "{masked_person}（{masked_id}），{<}年龄{int:20:90}{>}，{village}人。",
    "身份证号：{<}{half_masked}{>}", "{masked_person}，公民身份号码{<}{half_masked}{>}。", "{person}（{<}{half_masked}{>}）",
    "| 姓名 | 身份证号 | 年龄 |\n| --- | --- | ---: |\n| {masked_person} | {masked_id} | {<}{int:20:90}{>} |", "| 序号 | 姓名 | 出生日期 | 身份证号 |\n| --- | --- | --- | --- |\n| 1 | {masked_person} | {<}{iso:1935:2015}{>} | {masked_id} |",
    "| 姓名 | 出生年月 | 证件号码 |\n| --- | --- | --- |\n| {masked_person} | {<}{int:1935:2015}年{int:1:12}月{>} | {masked_id} |", "| 姓名 | 年龄 | 身份证号码 | 金额 |\n| --- | --- | --- | --- |\n| {person} | {<}{int:20:90}岁{>} | {masked_id} | {money} |",
    "| 序号 | 姓名 | 身份证号 |\n| --- | --- | --- |\n| 1 | {masked_person} | {<}{half_masked}{>} |",
)  # fmt: skip
MINOR = (
    "留守儿童{<}{child}{>}，就读于{school}，由祖父母照看。", "孤儿{<}{child}{>}，{int:3:15}岁，按月发放基本生活费。", "事实无人抚养儿童{<}{child}{>}已纳入保障范围。", "困境儿童{<}{child}{>}，监护人{person}。",
    "{school}{form}学生{<}{child}{>}获得助学金{money}元。", "{<}未成年人{child}{>}因寻衅滋事被训诫。", "看望慰问了留守儿童{<}{child}{>}、{child}。", "学生姓名：{<}{child}{>}，班级：{form}",
    "{<}{child}{>}，女，{int:3:13}岁，系{school}{form}学生。", "受助学生{<}{child}{>}（{school}）",
    "留守儿童名单\n\n| 序号 | 姓名 | 监护人 |\n| --- | --- | --- |\n| 1 | {<}{child}{>} | {person} |", "| 学生姓名 | 学校 | 年级 |\n| --- | --- | --- |\n| {<}{child}{>} | {school} | {form} |",
    "| 序号 | 儿童姓名 | 类别 | 监护人 |\n| --- | --- | --- | --- |\n| 1 | {<}{child}{>} | {pick:孤儿/留守儿童/困境儿童} | {person} |", "孤儿名单：{<}{child}{>}、{child}、{child}。", "## 孤儿基本生活费发放名单\n\n| 姓名 | 金额（元） |\n| --- | ---: |\n| {<}{child}{>} | {money} |",
)  # fmt: skip
HEALTH = (
    "{<}{disease}患者：{person}{>}",
    "{person}，{<}患{disease}{>}多年，家庭困难。", "村民{person}因{<}患有{disease}{>}申请临时救助。", "{person}，{<}{disability}{grade}{>}，享受护理补贴。", "{person}系{<}{grade}{disability}人{>}。", "低保对象{person}（{<}{disease}{>}）",
    "患者{person}确诊{<}{disease}{>}，已纳入签约服务。", "精神障碍患者{<}{person}{>}由村医定期随访。",
    "| 姓名 | 残疾类别 | 残疾等级 |\n| --- | --- | --- |\n| {person} | {<}{disability}{>} | {grade} |", "| 姓名 | 病种 | 救助金额 |\n| --- | --- | ---: |\n| {person} | {<}{disease}{>} | {money} |",
    "| 序号 | 姓名 | 患病情况 | 村组 |\n| --- | --- | --- | --- |\n| 1 | {person} | {<}{disease}{>} | {village} |", "| 申请人 | 致贫原因 | 健康状况 |\n| --- | --- | --- |\n| {person} | 因病 | {<}{disease}{>} |",
    "| 姓名 | 残疾等级 | 护理补贴 |\n| --- | --- | ---: |\n| {person} | {<}{grade}{>} | {money} |",
)  # fmt: skip
PROPERTY = (
    "{person}，不动产权证号：{<}{deed}{>}。", "权利人{person}，{<}{deed}{>}，面积{decimal:60:240}平方米。", "房产证号：{<}房权证云字第{digits:8}号{>}（{person}）", "{person}户宅基地使用证号{<}云集用（{year}）第{digits:6}号{>}。",
    "林权证号：{<}云林证字（{year}）第{digits:7}号{>}，户主{person}", "土地使用证：{<}云国用（{year}）第{digits:5}号{>}，使用人{person}", "{person}，农村土地承包经营权证编号{<}{county_code}{digits:12}J{>}。",
    "| 权利人 | 不动产权证号 | 面积（㎡） |\n| --- | --- | ---: |\n| {person} | {<}{deed}{>} | {decimal:60:240} |", "| 户主 | 房产证号 |\n| --- | --- |\n| {person} | {<}{digits:8}{>} |",
    "| 姓名 | 承包经营权证号 |\n| --- | --- |\n| {person} | {<}{county_code}{digits:12}J{>} |",
)  # fmt: skip
