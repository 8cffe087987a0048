"""What can be wrong with an attachment: one table, so that rule, severity, cure and basis stand side by side."""

from __future__ import annotations

from publicity.content.attachments.reading import Trouble
from publicity.finding import Severity

# A scan may go out once a person has read it: data/allowed_personal_info.yml names the file and its SHA-256.
SCAN = "attachment-scan"

_HIDDEN = "attachment-hidden"
_METADATA = "attachment-metadata"
_CLEAN = "请运行 python scripts/cli.py clean 加文件名，用清理后的副本替换"
_PUBLICITY = "个人信息保护法 第二十五条"
_LOCATION = "个人信息保护法 第二十八条"
_AGAIN = "请用原来的软件打开，另存一次，再换上"
_RESAVE = "请用 Office 或 WPS 打开，另存为 .docx、.xlsx、.pptx 或导出为 .pdf"


def _block(rule: str, message: str, cure: str, basis: str = "") -> Trouble:
    return Trouble(rule, Severity.BLOCK, message, cure, basis)


def _warn(rule: str, message: str, cure: str, basis: str = "") -> Trouble:
    return Trouble(rule, Severity.WARN, message, cure, basis)


UNKNOWN_TYPE = _block("attachment-type", "文件类型不在允许之列，无法检查", _RESAVE)
LYING = _block("attachment-type", "内容与扩展名不符", "请用原来的软件打开，另存为与扩展名一致的格式，不要直接改扩展名")
NOT_TEXT = _block("attachment-type", "不是可以识别的文字（编码不明或夹有二进制内容）", "请用编辑器另存为 UTF-8 编码")
OLD_FORMAT = _block("attachment-old-format", "是旧版 Office 或 WPS 格式，无法可靠检查", _RESAVE)
ENCRYPTED = _block("attachment-encrypted", "设有密码或权限限制，无法检查", "请去掉打开密码和权限限制后重新保存")
BROKEN = _block("attachment-broken", "文件损坏或结构异常，读不下去", _AGAIN)
UNREAD = _block("attachment-broken", "检查程序没有读完这个文件", "请重新检查；仍然这样，请联系维护人员")
DOCTYPE = _block("attachment-broken", "内部 XML 含有 DTD 或实体声明", _AGAIN)
TOO_MUCH = _block("attachment-bomb", "内容太多或解压后太大，检查不完", "请拆成几个较小的文件，删去多余的空行空列")
TOO_DEEP = _block("attachment-bomb", "文件套文件超过三层", "请把里层的文件取出来，单独作附件")
TOO_SLOW = _block("attachment-bomb", "10秒内或300MB内存内检查不完", "请拆成几个较小的文件，或用原来的软件另存一次")
PIXELS = _block("attachment-bomb", "图片像素过大，手机打不开", "请缩小图片，长宽相乘不超过5000万像素")

MACRO = _block("attachment-macro", "含有宏或 ActiveX 控件", "请另存为不含宏的 .docx、.xlsx 或 .pptx")
SCRIPT = _block("attachment-macro", "PDF 含有脚本、自动运行或多媒体动作", "请用“打印为 PDF”重新生成")
DYNAMIC_FORM = _block("attachment-type", "PDF 是 XFA 动态表单，无法可靠检查", "请用“打印为 PDF”重新生成")
EXTERNAL = _block(
    "attachment-external", "引用了外部文件或数据源", "请断开外部链接（数据—编辑链接—断开；图片改为嵌入），再另存"
)
FORMULAS = _warn(
    "attachment-formula", "有以“=、+、-、@”开头的单元格，会被表格软件当作公式计算", "请在前面加一个半角单引号，或写成值"
)
OBJECT = _block("attachment-embedded", "嵌有无法检查的对象", "请删去嵌入的对象，或改为表格、PNG图片后另存")
UNREADABLE_PICTURE = _block(
    "attachment-embedded", "嵌有无法检查的图片（如 EMF、WMF）", "请把这些图片复制后选择性粘贴为 PNG，再另存"
)
INNER_DRAWING = _block("attachment-embedded", "嵌有 SVG 图，里层的无法检查", "请在绘图软件里导出为 PNG，换用 PNG 图片")
DUPLICATE = _block("attachment-broken", "压缩结构里有同名的成员", "请用原来的软件另存一次，或重新压缩")
UNSAFE_NAME = _block("attachment-type", "压缩包里有不安全的文件名或链接", "请解压后只选需要的文件重新压缩")
TRAILING = _block(_HIDDEN, "文件里夹带了正文以外的数据", "请用原来的软件另存一次（图片用画图软件），再换上")

SHEET_HIDDEN = _block(_HIDDEN, "有隐藏的工作表", f"请取消隐藏并核对，不该公开的删去；或者{_CLEAN.removeprefix('请')}")
ROWS_HIDDEN = _warn(_HIDDEN, "有隐藏的行或列", "请取消隐藏并核对，不该公开的删去")
COMMENTS = _block(_HIDDEN, "有批注", f"请删去批注；或者{_CLEAN.removeprefix('请')}")
DELETIONS = _block(
    _HIDDEN, "有删除修订，删去的文字仍在文件里", f"请接受全部修订后另存；或者{_CLEAN.removeprefix('请')}"
)
REVISIONS = _warn(_HIDDEN, "留有修订记录和修订人姓名", f"请接受全部修订后另存；或者{_CLEAN.removeprefix('请')}")
TEXT_HIDDEN = _block(_HIDDEN, "有隐藏文字", "请显示全部格式标记，核对并删去隐藏文字")
SLIDE_HIDDEN = _block(_HIDDEN, "有隐藏的幻灯片", "请取消隐藏并核对，不该公开的删去")
NOTES = _warn(_HIDDEN, "有演讲者备注", "请核对备注能否公开，不能的删去")
REVISED_PDF = _warn(_HIDDEN, "PDF 里留有修改前的内容", "请核对；不该公开的，用“打印为 PDF”重新生成")
AUTHORS = _warn(_METADATA, "文件属性里留有作者、最后修改人或修订人姓名", _CLEAN, _PUBLICITY)
PREVIEW = _warn(_METADATA, "文件里存有首页预览图", _CLEAN)
UNREADABLE_PREVIEW = _block("attachment-thumbnail", "文件里存有无法检查的首页预览图", _CLEAN)
LOCATION = _block("attachment-location", "照片带有拍摄地点（GPS）", _CLEAN, _LOCATION)
THUMBNAIL = _block("attachment-thumbnail", "照片里存有缩略图，可能是裁剪、打码以前的样子", _CLEAN, _PUBLICITY)
UNREAD_PAGES = _block(
    SCAN,
    "没有可读的文字（可能是扫描件）",
    "请换成由文字转成的 PDF；只有扫描件的，须由人逐页看过，并在 data/allowed_personal_info.yml 登记",
)
