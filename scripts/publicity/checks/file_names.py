"""Names that survive every file system, archive and web server, and files a web server must not get."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from publicity.content.attachments import MAX_ATTACHMENT
from publicity.content.corpus import Corpus
from publicity.finding import Finding, Severity
from publicity.model import KINDS
from publicity.rules import Rules

MAX_BYTES = 80
# What may stand in docs/ beside pages. Attachments of old or executable formats are not among them.
SUFFIXES = frozenset(
    (".md", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".ico", ".pdf", ".docx", ".xlsx", ".pptx", ".csv", ".txt", ".ofd", ".zip")
)  # fmt: skip
# What a browser or a web server would run, or obey. A server may do so wherever in the name the word stands.
CODE = frozenset(
    ("js", "mjs", "css", "html", "htm", "xhtml", "shtml", "xml", "json", "php", "phtml", "phar", "asp", "aspx", "asa", "ashx",
     "jsp", "jspx", "cgi", "pl", "py", "rb", "sh", "bat", "cmd", "exe", "dll", "com", "vbs", "wasm", "config", "htaccess",
     "htpasswd", "sql", "lnk", "hta", "swf")
)  # fmt: skip
# What a machine asks of every site by name, to be told what it may do here.
WELL_KNOWN = frozenset(
    ("robots.txt", "security.txt", "ads.txt", "app-ads.txt", "humans.txt", "llms.txt", "favicon.ico")
)
LEFT_BY_OFFICE = ("~$", "._", ".~", "~")
# The schemas that `make generate` writes for editors.
GENERATED = frozenset(f"schemas/{kind}.json" for kind in KINDS)
_PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def check_file_names(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """ASCII, short, unique without regard to case, of an allowed kind and size."""
    files = [(page.uri, page.shown) for page in corpus.pages] + [(asset.uri, asset.shown) for asset in corpus.assets]
    seen: dict[str, str] = {}
    for uri, shown in sorted(files):
        yield from _check_name(uri, shown)
        for end in [place for place, char in enumerate(uri) if char == "/"] + [len(uri)]:
            twin = seen.setdefault(uri[:end].casefold(), uri[:end])
            if twin != uri[:end]:
                message = f"名字“{uri[:end]}”与“{twin}”只差大小写"
                yield _finding(shown, message, "请改成不同的名字；有的电脑分不清大小写")
                break
    for asset in corpus.assets:
        if asset.uri.startswith("assets/"):
            yield _finding(asset.shown, "docs/assets/ 留给网站的样式", "请把文件放到用它的那一页旁边")
        if asset.size > MAX_ATTACHMENT:
            yield _finding(asset.shown, f"文件有{asset.size / 1024 / 1024:.0f}MB，超过20MB", "请压缩，或分成几个文件")


def is_allowed_type(name: str) -> bool:
    """Whether the ending is one that may stand in docs/."""
    return name.lower().endswith(tuple(SUFFIXES))


def _check_name(uri: str, shown: str) -> Iterator[Finding]:
    parts = uri.split("/")
    bad = next((part for part in parts if not _PART.fullmatch(part)), None)
    if parts[-1].startswith(LEFT_BY_OFFICE):
        yield _finding(shown, "这是办公软件或系统留下的临时文件", "请关闭正在编辑的文件，把它删去")
    elif bad is not None:
        yield _finding(
            shown,
            "文件名或文件夹名里有不允许的字符",
            "只用英文字母、数字、- _ .，如 2026-00012.md；中文标题写在 title 里",
        )
    elif any(_RESERVED.fullmatch(part) for part in parts):
        yield _finding(shown, "文件名是 Windows 保留的名字", "请换一个名字")
    elif uri.casefold() in WELL_KNOWN:
        yield _finding(shown, f"“{uri}”是搜索引擎和浏览器要读的网站设置，不是内容", "请移出 docs/；附件请换一个名字")
    elif uri.startswith("templates/"):
        yield _finding(shown, "docs/templates/ 里的文件 MkDocs 不会发布", "请把文件移到别的文件夹")
    if any(len(part.encode("utf-8", "surrogateescape")) > MAX_BYTES for part in parts):
        yield _finding(shown, f"文件名超过{MAX_BYTES}个字节", "请改短")
    yield from _check_suffix(parts, shown, uri)


def _check_suffix(parts: list[str], shown: str, uri: str) -> Iterator[Finding]:
    words = [word for part in parts for word in part.lower().split(".")[1:]]
    suffix = f".{words[-1]}" if "." in parts[-1] else ""
    if uri in GENERATED:
        return
    if code := next((word for word in words if word in CODE), None):
        message = f"“.{code}”是程序、样式或服务器设置，不是内容"
        yield _finding(shown, message, "请移出 docs/；网站的样式和程序由技术人员放在 overrides/ 里")
    elif suffix == ".md" and not parts[-1].endswith(".md"):
        yield _finding(shown, "扩展名要小写", "请改成 .md")
    elif suffix not in SUFFIXES:
        yield _finding(
            shown,
            f"不允许的文件类型“{suffix or '无扩展名'}”",
            "旧格式请另存为 .docx、.xlsx 或 .pdf；其他文件请移出 docs/",
        )


def _finding(shown: str, message: str, cure: str) -> Finding:
    return Finding(shown, 1, 1, Severity.BLOCK, "file-name", message, cure)
