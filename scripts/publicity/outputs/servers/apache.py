"""``headers/apache.conf``: for a <Directory> of the portal, or as the site's own .htaccess."""

from __future__ import annotations

from collections.abc import Iterator

from publicity.outputs.endings import ENDINGS
from publicity.outputs.headers import (
    CHARSET,
    HEADERS,
    HSTS,
    LASTING,
    LASTING_PLACES,
    REVALIDATE,
    is_text,
    is_worth_packing,
)
from publicity.outputs.servers.place import Place

# Entity tags are off: mod_deflate marks them, and does not know its mark again, so that nothing would ever be unchanged.
_FILE = """\
# 本文件随网站生成，供承载本站的门户网站管理员使用（Apache 2.4.10 以上）。
#
# 怎样用（两种任选一种）：
#   甲、复制到 Apache 的配置文件夹，在门户的 <VirtualHost> 里写：
#       <Directory "网站文件夹">
#           Require all granted
#           Include 本文件的位置
#       </Directory>
#   乙、复制到网站文件夹里，改名为 .htaccess；门户要为这个文件夹设置 AllowOverride FileInfo Indexes Options=Indexes。
#       每次更新网站后都要重新放入，所以能用甲就用甲。
# 需要的模块：a2enmod headers mime dir alias filter deflate；缺少模块时 Apache 会报错，请补上，不要删去下面的内容。
# 放好后运行 apachectl configtest，没有错误再重新载入。
#
# 网址不是 {path} 时，请告诉本站的技术人员改正 site_url 后重新生成，不要在这里改。
{hsts_note}
Options -Indexes
DirectoryIndex index.html
FileETag None
ErrorDocument 403 {path}404.html
ErrorDocument 404 {path}404.html
RedirectMatch 404 "^{pattern}(.*/)?\\.(?!well-known/)"

AddCharset {charset} {text}
{types}
AddOutputFilterByType DEFLATE {packed}

{headers}
"""
_HSTS_NOTE = """\
# Strict-Transport-Security 只在 https 下发出，管整个主机名（不含子域名）：浏览器此后只用 https 访问这个主机。
# 门户还有只能用 http 打开的内容时，在 Header 开头、含有它的两行前面加 #；全部改好后再去掉。
"""


def render_apache(place: Place) -> str:
    """Only what an .htaccess may hold."""
    return _FILE.format(
        path=place.path,
        pattern=place.pattern,
        hsts_note=_HSTS_NOTE if place.https else "",
        charset=CHARSET,
        text=" ".join(f".{ending}" for ending, one in ENDINGS.items() if is_text(one.media_type)),
        types="\n".join(f"AddType {one.media_type} .{ending}" for ending, one in ENDINGS.items()),
        packed=" ".join(sorted(filter(is_worth_packing, {one.media_type for one in ENDINGS.values()}))),
        headers="\n".join(_headers(place)),
    )


def _headers(place: Place) -> Iterator[str]:
    """Apache keeps a list for all answers and one for good ones: whoever set ours in the second would send it twice."""
    lasting = f'"expr=%{{REQUEST_URI}} =~ m#^{place.pattern}{LASTING_PLACES}#"'
    for name, value in HEADERS:
        yield from _set(name, value)
    yield from _set("Cache-Control", REVALIDATE)
    yield f'Header always set Cache-Control "{LASTING}" {lasting}'
    if place.https:
        yield from _set(*HSTS, "\"expr=%{HTTPS} == 'on'\"")


def _set(name: str, value: str, condition: str = "") -> Iterator[str]:
    yield f"Header onsuccess unset {name}"
    yield f'Header always set {name} "{value}" {condition}'.rstrip()
