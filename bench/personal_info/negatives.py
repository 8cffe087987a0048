"""What looks like personal information and is none: numbers of files, money, goods, law, offices, statistics."""

from __future__ import annotations

# Families of everyday pages; the clean pages are made of them.
EVERYDAY: dict[str, tuple[str, ...]] = {
    "long amounts": (
        "| 预算科目 | 金额（元） |\n| --- | ---: |\n| 一般公共服务支出 | {thousands:1000000:99999999}.{digits:2} |\n| 农林水支出 | {int:1000000:999999999} |\n| 合计 | {int:100000000:2999999999}.{digits:2} |",
        "中标金额：{int:1000000:99999999}.{digits:2}元（大写：人民币壹佰贰拾叁万肆仟伍佰陆拾柒元捌角）。",
        "全县地区生产总值{decimal:30:400}亿元，财政总收入{int:300000000:1900000000}元，其中税收收入{int:100000000:900000000}元。",
        "资产总额{thousands:10000000000:99999999999}.{digits:2}元，负债{thousands:100000000:9999999999}.{digits:2}元。",
    ),
    "runs of dates": (
        "轮值安排：{compact} {compact} {compact} {compact}。",
        "执行期限：{iso}至{iso}，公示期{compact}-{compact}。",
        "| 日期 | 日期 | 日期 |\n| --- | --- | --- |\n| {compact} | {compact} | {compact} |\n| {iso} | {iso} | {iso} |",
        "数据截至{compact}{int:10:23}{int:10:59}{int:10:59}，下次更新{iso} {int:10:23}:{int:10:59}:{int:10:59}。",
        "备份时间戳：{compact}{int:10:23}{int:10:59}{int:10:59}{digits:3}",
    ),
    "document numbers": (
        "依据青府发〔{year}〕{int:1:60}号、县府办函〔{year}〕{int:1:300}号、黔府发〔{year}〕{int:1:40}号文件办理。",
        "行政处罚决定书文号：云青罚决字〔{year}〕第{int:1:90}号。",
        "| 文号 | 成文日期 | 页数 |\n| --- | --- | ---: |\n| 青府发〔{year}〕{int:1:60}号 | {iso} | {int:2:30} |\n| 青党发〔{year}〕{int:1:60}号 | {iso} | {int:2:30} |",
        "索引号：000014349/{year}-{digits:7}",
    ),
    "statute runs": (
        "违反《{law}》第{int:2:40}条、第{int:41:60}条、第{int:61:80}条第一款第（三）项的规定。",
        "依照第十三条、第十四条、第十五条、第十六条、第十七条、第十八条和第一百三十八条的规定处理。",
        "（一）第二十六条；（二）第二十七条；（三）第三十五条；（四）第五十一条第一款。",
        "二〇二{pick:三/四/五/六}年{pick:一/三/五/十二}月{pick:一/十五/三十}日施行，一九八六年六月二十五日通过的同时废止，一九八八年、一九九八年、二〇〇四年修正。",
    ),
    "hotlines": (
        "投诉举报电话：{hotline}、{hotline}。",
        "| 部门 | 热线 |\n| --- | --- |\n| 政务服务 | 12345 |\n| 法律援助 | 12348 |\n| 其他 | {hotline} |",
        "火警119，匪警110，急救120，供电服务95598，全国统一服务热线{hotline}。",
        "咨询电话：{hotline}（工作日）；监督电话：{hotline}。",
    ),
    "office phones": (
        "联系电话：{office_phone}",
        "联系人：{office}，电话{office_phone}。",
        "| 科室 | 办公电话 | 传真 |\n| --- | --- | --- |\n| {office} | {office_phone} | {office_phone} |",
        "镇政府值班电话：{office_phone}；电子邮箱：qszzf@yunling.gov.cn；邮政编码：{int:550000:558999}。",
        "办公地址：{county}{town}{street}{int:1:90}号，邮编{int:550000:558999}，电话{office_phone}。",
    ),
    "officials": (
        "{post}{person}主持会议并讲话，{post}{person}、{post}{person}出席。",
        "| 姓名 | 职务 | 分工 | 办公地址 | 办公电话 |\n| --- | --- | --- | --- | --- |\n| {person} | {post} | 主持政府全面工作 | {town}人民政府二楼 | {office_phone} |\n| {person} | {post} | 分管{subsidy} | {town}人民政府三楼 | {office_phone} |",
        "{day}，{post}{person}一行到{village}调研{project}，{office}负责同志陪同。",
        "任命{person}同志为{town}{office}主任；免去{person}同志的{town}{office}副主任职务。",
        "人大代表{person}提出的关于{project}的建议已答复，承办单位：{office}。",
    ),
    "statistics of people": (
        "全镇60岁以上老人{int:300:3000}人，其中80岁以上{int:20:300}人；留守儿童{int:20:300}名，孤儿{int:1:9}名。",
        "残疾人两项补贴发放{int:60:900}人，其中{disability}{int:5:90}人，一级{int:3:30}人、二级{int:3:60}人。",
        "| 村 | 总人口 | 0—17岁 | 18—59岁 | 60岁以上 |\n| --- | ---: | ---: | ---: | ---: |\n| {village} | {int:900:4000} | {int:200:900} | {int:500:2000} | {int:100:700} |\n| {village} | {int:900:4000} | {int:200:900} | {int:500:2000} | {int:100:700} |",
        "大病救助病种包括{disease}、{disease}、{disease}等，救助标准每人不超过{thousands:1000:30000}元。",
        "年满18周岁、不满60周岁的农村居民可以参保；出生满28天的新生儿应当及时登记。",
        "| 残疾类别 | 一级 | 二级 | 三级 | 四级 |\n| --- | ---: | ---: | ---: | ---: |\n| {disability} | {int:1:30} | {int:1:30} | {int:1:30} | {int:1:30} |",
    ),
    "villages and households": (
        "| 序号 | 村名 | 组数 | 户数 | 人口 | 面积（亩） |\n| --- | --- | ---: | ---: | ---: | ---: |\n| 1 | {village} | {int:3:15} | {int:100:900} | {int:500:4000} | {decimal:200:4000} |\n| 2 | {village} | {int:3:15} | {int:100:900} | {int:500:4000} | {decimal:200:4000} |",
        "涉及{village}{group}、{village}{group}、{village}{group}共{int:10:200}户。",
        "{village}{group}至{village}{group}通组路全长{decimal:1:9}公里。",
        "办理户籍迁移应当提交居民户口簿、居民身份证、不动产权证书原件及复印件。",
        "{town}便民服务中心地址：{town}{street}{int:1:200}号；{village}党群服务中心：{village}{group}。",
    ),
    "tables of figures": (
        "| 项目 | 1月 | 2月 | 3月 | 4月 | 5月 | 6月 |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n| 件数 | {int:100:999} | {int:1000:9999} | {int:1000:9999} | {int:1000:9999} | {int:100:999} | {int:10:99} |\n| 户数 | {int:130:199} | {int:1000:9999} | {int:1000:9999} | {int:10:99} | {int:1000:9999} | {int:100:999} |",
        "| 指标 | 2021 | 2022 | 2023 | 2024 |\n| --- | ---: | ---: | ---: | ---: |\n| 粮食产量（吨） | {int:1000:9999} | {int:1000:9999} | {int:1000:9999} | {int:1000:9999} |\n| 人均收入（元） | {int:10000:19999} | {int:10000:19999} | {int:10000:19999} | {int:10000:19999} |",
        "| 地块 | 面积 | 长 | 宽 |\n| --- | --- | --- | --- |\n| 522 | 732 | 196 | 70{int:10:99} |\n| {int:100:999} | {int:100:999} | {int:100:999} | {int:1000:9999} |",
        "水位记录：{int:1300:1399} {int:1300:1399} {int:1300:1399} {int:1300:1399} {int:1300:1399}（毫米，每6小时一次）。",
        "各村得分依次为：{int:60:99} {int:60:99} {int:60:99} {int:60:99} {int:60:99} {int:60:99} {int:60:99} {int:60:99} {int:60:99}。",
        "监测值：{decimal:1:9} {decimal:1:9} {decimal:10:99} {decimal:10:99} {decimal:1:9} {decimal:1:9}",
    ),
    "schedules": (
        "| 时间 | 内容 | 责任单位 |\n| --- | --- | --- |\n| {iso} 09:00—11:30 | 宪法宣传 | {office} |\n| {iso} 14:30—17:00 | {law}宣讲 | {office} |",
        "值班表：{day}（星期{pick:一/二/三/四/五}），带班领导：{post}{person}，值班人员：{person}。",
        "赶集日宣传：3月5日、3月10日、3月15日、3月20日、3月25日、3月30日。",
        "网格化巡查时间为每日8:00-12:00、14:00-18:00、20:00-22:00。",
    ),
    "masked people": (
        "| 姓名 | 身份证号 | 补贴金额（元） |\n| --- | --- | ---: |\n| {masked_person} | {masked_id} | {money} |\n| {masked_person} | {masked_id} | {money} |",
        "申请人{masked_person}（身份证号：{masked_id}），联系电话{masked_mobile}。",
        "当事人：{masked_person}，身份证件号码{masked_id}，违法事实：未经批准占用耕地{decimal:20:300}平方米。",
        "| 序号 | 姓名 | 手机 | 卡号 |\n| --- | --- | --- | --- |\n| {int:1:90} | {masked_person} | {masked_mobile} | **** **** **** {digits:4} |",
        "中奖号码尾号{digits:4}，银行卡尾号{digits:4}，{masked_person}。",
    ),
    "office accounts": (
        "关注微信公众号“云岭发布”“青石镇便民服务”，或者搜索微信小程序“贵州政务服务”。",
        "监督举报邮箱：qszjw@yunling.gov.cn；意见反馈：xxgk@yunling.gov.cn。",
        "通过微信群、QQ群、村村响广播等方式转发{int:100:900}条次，微信公众号阅读量{int:10000:99999}人次。",
        "车辆：镇政府保留公务用车{int:1:5}辆，贵J牌照车辆优先停放；K{int:100:999}次、G{int:1000:3999}次列车乘客请提前进站。",
    ),
    "credit codes": (
        "统一社会信用代码：{credit_code}",
        "当事人{company}，统一社会信用代码{credit_code}，法定代表人：{person}。",
        "| 行政相对人名称 | 统一社会信用代码 | 处罚内容 |\n| --- | --- | --- |\n| {company} | {credit_code} | 警告 |",
        "| 单位 | 代码 |\n| --- | --- |\n| {village}股份经济合作社 | {credit_code} |",
        "供应商：{company}（{credit_code}）",
    ),
    "project codes": (
        "项目代码：{year}-520000-{int:10:99}-01-{digits:6}",
        "投资项目在线审批监管平台代码{year}-{county_code}-04-01-{digits:6}。",
        "政府采购项目编号：YLZC{year}-{digits:4}-{digits:3}",
        "招标编号：GZ{compact}{digits:4}",
    ),
    "standards": (
        "执行GB/T {digits:5}-{int:2001:2025}、GB {int:1000:9999}.{int:1:9}-{int:2001:2025}标准。",
        "符合DB52/T {int:100:1999}-{int:2010:2025}和NY/T {int:100:3999}-{int:2010:2025}要求。",
        "农药登记证号PD{digits:8}，肥料登记证：农肥（{year}）准字{digits:4}号。",
        "贵J（{year}）{digits:5}号检定证书；型号JHJ-{digits:5}。",
    ),
}
# Families chosen because they are hard.
HARD: dict[str, tuple[str, ...]] = {
    "phone-like amounts": (
        "| 预算科目 | 金额（元） |\n| --- | ---: |\n| 农林水支出 | {int:1000000:999999999} |\n| 合计 | {int:13000000000:19999999999}.{digits:2} |",
        "财政总收入{int:13000000000:19900000000}元，其中税收收入{int:13000000000:19900000000}元。",
        "贷款余额{int:13000000000:19900000000}.{digits:2}元，用电量{int:13000000000:19900000000}千瓦时。",
        "合计：¥{int:13000000000:19900000000}.00",
    ),
    "phone-like index numbers": (
        "索引号：{mobile_prefix}{digits:8}",
        "项目编号：{mobile_prefix}{digits:8}",
        "| 编号 | 项目名称 | 金额（万元） |\n| --- | --- | ---: |\n| {mobile_prefix}{digits:8} | {project} | {decimal:10:300} |",
        "受理编号{mobile_prefix}{digits:8}，办结时间{iso}。",
        "档案号：{mobile_prefix}{digits:8}（永久）",
        "采购计划编号：{mobile_prefix}{digits:8}；品目名称：{project}。",
    ),
    "18-digit codes": (
        "事项编码：{digits:9}{digits:9}",
        "办件编号：{county_code}{compact}{digits:4}",
        "实施编码：11{county_code}{digits:9}X4520114001000",
        "基本编码：52{digits:10}000；实施清单编码11{county_code}009{digits:7}",
        "| 案件编号 | 案由 | 状态 |\n| --- | --- | --- |\n| {county_code}{compact}{digits:4} | 未经批准占用土地 | 已结案 |",
        "任务编号：{compact}{digits:10}",
        "不动产单元号：{county_code}{digits:3}{digits:3}JC{digits:5}F{digits:8}",
        "流水号：{digits:18}",
    ),
    "ISBN and ISSN": (
        "《乡村法治读本》，ISBN {isbn13}，定价{decimal:10:80}元。",
        "ISBN 978-7-5{digits:3}-{digits:4}-{digits:1}",
        "参考刊物：ISSN {digits:4}-{digits:3}X，CN 52-{digits:4}/D。",
        "| 书名 | 书号 | 册数 |\n| --- | --- | ---: |\n| 民法典 | {isbn13} | {int:5:90} |",
    ),
    "bar codes": (
        "商品条码：{bar_code}",
        "抽检样品“山泉水”，条形码{bar_code}，批号{compact}。",
        "| 样品 | 条码 | 结论 |\n| --- | --- | --- |\n| 大米 | {bar_code} | 合格 |",
        "追溯码：{bar_code}{digits:7}",
    ),
    "region codes": (
        "统计用区划代码：{county_code}{digits:6}",
        "| 村 | 统计区划代码 | 城乡分类 |\n| --- | --- | --- |\n| {village} | {county_code}{digits:6} | {int:111:220} |\n| {village} | {county_code}{digits:6} | {int:111:220} |",
        "行政区划代码{county_code}，邮政编码{int:550000:558999}，电话区号0854。",
        "村级代码为{county_code}{digits:6}，组代码为{county_code}{digits:6}{digits:2}。",
    ),
    "registration numbers": (
        "工商注册号：{county_code}{pick:0/1/2/3}000{digits:5}",
        "个体工商户注册号{county_code}60{int:0:1}{digits:6}，字号名称：惠农农资店。",
        "| 市场主体 | 注册号 |\n| --- | --- |\n| {company} | {county_code}000{digits:6} |",
        "食品经营许可证编号：JY252{digits:11}；食品生产许可证SC10{digits:12}。",
    ),
    "invoices and contracts": (
        "发票号码：{digits:8}，发票代码：0520{digits:8}。",
        "电子发票号码：2{pick:4/5/6}52{digits:16}",
        "合同编号：QSHT-{year}-{digits:6}；付款凭证号{digits:10}。",
        "| 合同号 | 发票号 | 金额 |\n| --- | --- | ---: |\n| {compact}{digits:3} | {digits:20} | {money} |",
        "收费票据号{digits:10}，物流单号SF{digits:13}。",
    ),
    "coordinates": (
        "东经107.{digits:6}，北纬25.{digits:6}，海拔{int:400:1500}米。",
        "界址点坐标：X={int:2800000:2999999}.{digits:3}，Y={int:36300000:36699999}.{digits:3}",
        "| 点号 | 经度 | 纬度 |\n| --- | --- | --- |\n| J1 | 107.{digits:8} | 25.{digits:8} |\n| J2 | 107.{digits:8} | 25.{digits:8} |",
    ),
    "machines": (
        "服务器地址10.{int:0:255}.{int:0:255}.{int:1:254}，网关192.168.{int:0:255}.1，端口{int:1024:65000}。",
        "文件校验值：{hex:64}",
        "MD5：{hex:32}；版本{int:1:9}.{int:0:30}.{int:0:9}（{hex:40}）。",
        "[公告原文](https://www.yunling.gov.cn/xwzx/tzgg/{year}11/t{compact}_{digits:8}.html)",
        "[附件](https://www.yunling.gov.cn/c{digits:6}/{compact}{digits:10}.shtml?id={digits:15})",
        "![现场照片](images/IMG_{compact}_{digits:6}.jpg)",
    ),
    "assets": (
        "国有资产编号：TY{year}{digits:12}；存放地点：{office}。",
        "| 设备 | 序列号 | 金额 |\n| --- | --- | ---: |\n| 打印机 | {digits:4}{digits:4}{digits:4} | {money} |",
        "车架号LSVAM4187C{digits:7}，发动机号{digits:7}，农机行驶证已核验。",
        "水表编号{digits:12}，电表户号052{digits:7}，用电客户编号{digits:13}。",
        "执法证号：{digits:11}；行政执法证件编号GZ{digits:9}。",
    ),
}
FAMILIES = EVERYDAY | HARD
