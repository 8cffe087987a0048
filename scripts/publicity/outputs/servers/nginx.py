"""``headers/nginx.conf``: one location to include in the portal's server block."""

from __future__ import annotations

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

# The location stands alone (^~) and holds no other: an add_header in an inner location would drop all of the outer one's.
# Variables that depend on the address are set at the server's level, where "if" changes nothing but them, and are set
# again when an error leads to the error page.
_FILE = """\
# 本文件随网站生成，供承载本站的门户网站管理员使用（nginx 1.11.8 以上）。
#
# 怎样用：
#   1. 把本文件复制为 /etc/nginx/snippets/{name}.conf；不要直接引用网站文件夹里的这一份。
#   2. 在门户的 server {{ }} 里写一行：include snippets/{name}.conf;
#   3. 网站文件夹放在 root 之下，使网址为 {path}；放在别处的，改下面 alias 那一行。
#   4. 运行 nginx -t，没有错误再重新载入。
#
# 要知道的：
#   - 门户在 server 里写的 add_header 对本站不起作用，本站的响应头都在下面；需要补充的写在下面的 location 里。
#   - 门户按扩展名写的 location（如 location ~* \\.css$）也不会接管本站的文件。
#   - 不要在下面的 location 里再套 location：里层一写 add_header，外层的响应头就全部丢失。
{hsts_note}
set ${name}_cache "{revalidate}";
if ($uri ~ "^{pattern}") {{
    set ${name}_cache "{lasting}";
}}
{hsts_rule}
{slash}location ^~ {path} {{
    # 网站不在 root 之下时，去掉下一行开头的 #，改成实际的文件夹（以 / 结尾）。
    #alias /srv/publicity/site/;

    index index.html;
    autoindex off;
    absolute_redirect off;
    server_tokens off;
    error_page 403 404 {path}404.html;
    if ($uri ~ "/\\.(?!well-known/)") {{
        return 404;
    }}

    charset {charset};
    charset_types {text};
    default_type application/octet-stream;
    types {{
{types}
    }}

    gzip on;
    gzip_vary on;
    gzip_proxied any;
    gzip_comp_level 6;
    gzip_min_length 512;
    gzip_types {packed};

{headers}
}}
"""
_SLASH = """\
location = {path} {{
    absolute_redirect off;
    return 301 {path}/;
}}

"""
_HSTS_NOTE = """\
#   - Strict-Transport-Security 只在 https 下发出，管整个主机名（不含子域名）：浏览器此后只用 https 访问这个主机。
#     门户还有只能用 http 打开的内容时，在 add_header Strict-Transport-Security 那一行开头加 #；全部改好后再去掉。
"""
_HSTS_RULE = """\
set ${name}_hsts "";
if ($scheme = https) {{
    set ${name}_hsts "{value}";
}}
"""


def render_nginx(place: Place) -> str:
    """Errors and redirects carry the headers too (``always``); an empty value sends none."""
    headers = [(name, f'"{value}"') for name, value in HEADERS] + [("Cache-Control", f"${place.name}_cache")]
    if place.https:
        headers.append((HSTS[0], f"${place.name}_hsts"))
    kinds = sorted({one.media_type for one in ENDINGS.values()} - {"text/html"})  # which nginx always counts in
    return _FILE.format(
        path=place.path,
        name=place.name,
        slash="" if place.path == "/" else _SLASH.format(path=place.path.removesuffix("/")),
        pattern=place.pattern + LASTING_PLACES,
        hsts_note=_HSTS_NOTE if place.https else "",
        hsts_rule=_HSTS_RULE.format(name=place.name, value=HSTS[1]) if place.https else "",
        revalidate=REVALIDATE,
        lasting=LASTING,
        charset=CHARSET,
        text=" ".join(filter(is_text, kinds)),
        packed=" ".join(filter(is_worth_packing, kinds)),
        types="\n".join(f"        {one.media_type} {ending};" for ending, one in ENDINGS.items()),
        headers="\n".join(f"    add_header {name} {value} always;" for name, value in headers),
    )
