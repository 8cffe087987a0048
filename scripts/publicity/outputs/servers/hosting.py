"""``_headers``: for services that host static sites and read this file at the root of what is uploaded."""

from __future__ import annotations

from publicity.outputs.headers import HEADERS, HSTS, LASTING, LASTING_FOLDERS
from publicity.outputs.servers.place import Place

_NOTE = """\
# 供静态网站托管服务读取（格式与 Netlify、Cloudflare Pages 相同），放在上传的最外层文件夹里。
# 页面的缓存由托管服务自己设为每次核对；按内容命名的文件可以长期保存。
"""


def render_hosting(place: Place) -> str:
    """Such a host speaks https only; pages get no Cache-Control here, for two that match would be joined into one."""
    always = [*HEADERS, *([HSTS] if place.https else [])]
    rules = [(f"{place.path}*", always)]
    rules += [(f"{place.path}{folder}/:version/*", [("Cache-Control", LASTING)]) for folder in LASTING_FOLDERS]
    return _NOTE + "".join(
        f"\n{where}\n" + "".join(f"  {name}: {value}\n" for name, value in headers) for where, headers in rules
    )
