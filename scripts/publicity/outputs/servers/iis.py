"""``headers/web.config``: for the site's folder under IIS. Made of the same table; no IIS has read it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from publicity.outputs.endings import ENDINGS
from publicity.outputs.headers import CHARSET, HEADERS, HSTS, LASTING_FOLDERS, is_text
from publicity.outputs.servers.place import Place

# Of the folders that hold files for good, the second also holds a page and the manifest: only the first can be named here.
_FILE = """\
<?xml version="1.0" encoding="utf-8"?>
<!--
  本文件随网站生成，供承载本站的门户网站管理员使用（IIS 10）。本文件没有在 IIS 上试过，请先在测试机上试。
  怎样用：把本文件复制到网站文件夹（与 index.html 同一层），名字不变；每次更新网站后都要重新放入。
  需要“静态内容”“静态内容压缩”“请求筛选”“HTTP 错误”几项功能。
  {hsts_note}
-->
<configuration>
  <system.webServer>
    <directoryBrowse enabled="false" />
    <urlCompression doStaticCompression="true" />
    <defaultDocument enabled="true">
      <files><clear /><add value="index.html" /></files>
    </defaultDocument>
    <httpErrors errorMode="Custom" existingResponse="Replace">
      <remove statusCode="403" /><error statusCode="403" path="404.html" responseMode="File" />
      <remove statusCode="404" /><error statusCode="404" path="404.html" responseMode="File" />
    </httpErrors>
    <security>
      <requestFiltering removeServerHeader="true">
        <denyUrlSequences><add sequence="/." /></denyUrlSequences>
      </requestFiltering>
    </security>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
{headers}
      </customHeaders>
    </httpProtocol>
    <staticContent>
      <clientCache cacheControlMode="DisableCache" />
{types}
    </staticContent>
  </system.webServer>
  <location path=".well-known">
    <system.webServer>
      <security><requestFiltering><denyUrlSequences><remove sequence="/." /></denyUrlSequences></requestFiltering></security>
    </system.webServer>
  </location>
  <location path="{lasting}">
    <system.webServer>
      <staticContent><clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" /></staticContent>
    </system.webServer>
  </location>
</configuration>
"""
_HSTS_NOTE = """\
整个主机都能用 https 打开以后，可在 customHeaders 里加一行（管整个主机名，不含子域名）：
  <add name="{}" value="{}" />"""


def render_iis(place: Place) -> str:
    """IIS sends the same headers over http and https, so the one that must not go over http is left to its keeper."""
    return _FILE.format(
        hsts_note=_HSTS_NOTE.format(*HSTS) if place.https else "",
        headers="\n".join(_headers()),
        types="\n".join(_types()),
        lasting=LASTING_FOLDERS[0],
    )


def _headers() -> Iterator[str]:
    for name, value in HEADERS:
        yield f"        <remove name={quoteattr(name)} /><add name={quoteattr(name)} value={quoteattr(value)} />"


def _types() -> Iterator[str]:
    """A second entry for an ending that the server knows would be an error."""
    for ending, (kind, _, _) in ENDINGS.items():
        said = f"{kind}; charset={CHARSET}" if is_text(kind) else kind
        yield f'      <remove fileExtension=".{ending}" /><mimeMap fileExtension=".{ending}" mimeType="{said}" />'
