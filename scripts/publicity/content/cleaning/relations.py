"""What an Office file may be related to: kept, taken out, or a reason not to clean it. What is not listed is refused."""

from __future__ import annotations

from collections.abc import Mapping

KEPT = frozenset([
    "officeDocument", "core-properties", "extended-properties", "theme", "themeOverride", "image", "hyperlink",
    "chart", "chartEx", "chartStyle", "chartColorStyle", "chartUserShapes", "diagramData", "diagramLayout",
    "diagramQuickStyle", "diagramColors", "diagramDrawing", "styles", "stylesWithEffects", "fontTable", "font",
    "settings", "webSettings", "numbering", "footnotes", "endnotes", "header", "footer", "worksheet",
    "chartsheet", "sharedStrings", "drawing", "vmlDrawing", "table", "sheetMetadata", "FeaturePropertyBag",
    "slide", "slideLayout", "slideMaster", "presProps", "viewProps", "tableStyles"
])  # fmt: skip

# Kind of relationship → what the clerk is told; nothing, when it holds no words and the program makes it anew.
DROPPED: Mapping[str, str] = {
    "attachedTemplate": "套用的模板的路径",
    "authors": "审阅者姓名",
    "calcChain": "",
    "changesInfo": "修改历史",
    "classificationlabels": "单位的密级标签",
    "commentAuthors": "审阅者姓名",
    "comments": "批注{n}条",
    "commentsExtended": "",
    "commentsExtensible": "",
    "commentsIds": "",
    "custom-properties": "自定义属性",
    "customData": "自定义数据",
    "customProperty": "自定义数据",
    "customXml": "自定义数据",
    "glossaryDocument": "自动图文集",
    "handoutMaster": "",
    "keyMapCustomizations": "",
    "namedSheetView": "自定义视图",
    "notesMaster": "",
    "notesSlide": "备注{n}页",
    "origin": "数字签名",
    "people": "审阅者姓名",
    "person": "审阅者姓名",
    "printerSettings": "打印机设置",
    "recipientData": "邮件合并的收件人",
    "revisionHeaders": "修订记录",
    "revisionInfo": "修改历史",
    "tags": "自定义数据",
    "threadedComment": "",
    "thumbnail": "缩略图",
    "usernames": "审阅者姓名",
    "webextensiontaskpanes": "加载项",
    "wsSortMap": "",
}

_AS_PICTURE = "请把它复制后“选择性粘贴”为图片，再清理"
_AS_VALUES = "请复制后“选择性粘贴”为数值，删去它，再清理"

# Kind of relationship → why not, and what to do.
REFUSED: Mapping[str, tuple[str, str]] = {
    "aFChunk": ("文件里夹着另一份文件", "请用 Word 或 WPS 打开，另存一份后再清理"),
    "audio": ("文件里有声音", "请删去，另行发布后再清理"),
    "connections": ("文件连着外部数据", "请删去数据连接，只留数值，再清理"),
    "control": ("文件里有控件", "请删去控件再清理"),
    "ctrlProp": ("文件里有控件", "请删去控件再清理"),
    "externalLink": ("公式引用了别的文件", _AS_VALUES),
    "media": ("文件里有声音或视频", "请删去，另行发布后再清理"),
    "oleObject": ("文件里嵌着另一份文件（对象）", _AS_PICTURE),
    "package": ("文件里嵌着另一份文件（对象）", _AS_PICTURE),
    "pivotCacheDefinition": ("文件里有数据透视表，它带着全部原始数据", _AS_VALUES),
    "pivotTable": ("文件里有数据透视表，它带着全部原始数据", _AS_VALUES),
    "queryTable": ("文件连着外部数据", "请删去数据连接，只留数值，再清理"),
    "slicerCache": ("文件里有切片器，它带着全部原始数据", "请删去切片器再清理"),
    "vbaProject": ("文件里有宏", "请另存为不带宏的 .docx、.xlsx 或 .pptx，再清理"),
    "video": ("文件里有视频", "请删去，另行发布后再清理"),
    "xlMacrosheet": ("文件里有宏表", "请删去宏表再清理"),
    "xmlMaps": ("文件连着 XML 数据", "请删去 XML 映射再清理"),
}
OTHERWISE = ("文件里有程序不认识的内容", "请用 Word、Excel 或 WPS 打开，删去控件、对象和加载项，另存一份后再清理")
OUTSIDE = ("文件链接着外部的图片或文件", "请断开链接（图片改为插入到文件里），再清理")
