"""Real web servers over a folder: Debian's nginx and Apache in the foreground, on free ports of this machine only."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PATH = f"{os.environ['PATH']}:/usr/sbin:/sbin"
MODULES = Path("/usr/lib/apache2/modules")
LOADED = (
    "mpm_event", "authz_core", "autoindex", "dir", "mime", "headers", "alias", "filter", "deflate", "ssl",
    "socache_shmcb", "access_compat",
)  # fmt: skip
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")

NGINX = """
daemon off; master_process off; pid {run}/nginx.pid; error_log {run}/error.log;
events {{ worker_connections 64; }}
http {{
    access_log off;
    {temporary}
    {http}
    server {{
        listen 127.0.0.1:{port};
        listen 127.0.0.1:{tls} ssl;
        ssl_certificate {run}/host.crt; ssl_certificate_key {run}/host.key;
        root {root};
        {server}
    }}
}}
"""
APACHE = """
ServerRoot {run}
PidFile {run}/apache.pid
ErrorLog {run}/error.log
ServerName localhost
TypesConfig /dev/null
Listen 127.0.0.1:{port}
Listen 127.0.0.1:{tls}
StartServers 1
ThreadsPerChild 4
MinSpareThreads 1
MaxSpareThreads 4
MaxRequestWorkers 4
{modules}
{user}
DocumentRoot {root}
{server}
<VirtualHost 127.0.0.1:{tls}>
    SSLEngine on
    SSLCertificateFile {run}/host.crt
    SSLCertificateKeyFile {run}/host.key
</VirtualHost>
"""


@dataclass(frozen=True)
class Answer:
    """``headers`` as they came, in order, names in lower case; one that came twice is here twice."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def all(self, name: str) -> list[str]:
        return [value for header, value in self.headers if header == name.lower()]

    def __getitem__(self, name: str) -> str:
        """The value of a header that came exactly once."""
        (value,) = self.all(name)
        return value


@dataclass(frozen=True)
class Server:
    """``port`` speaks http, ``tls`` https with a certificate that ``trust`` accepts."""

    port: int
    tls: int
    trust: ssl.SSLContext

    def get(self, path: str, *, https: bool = False, method: str = "GET", **headers: str) -> Answer:
        """One request; ``_`` in the name of a header stands for ``-``."""
        line = (
            http.client.HTTPSConnection("localhost", self.tls, context=self.trust, timeout=30)
            if https
            else http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        )
        line.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = line.getresponse()
        found = Answer(answer.status, [(name.lower(), value) for name, value in answer.getheaders()], answer.read())
        line.close()
        return found


@contextmanager
def nginx(run: Path, root: Path, server: str, http: str = "", **ports: int) -> Iterator[Server]:
    """``server`` stands in the server block of a portal whose root is ``root``; warnings of ``nginx -t`` are errors."""
    values = _prepared(run, root, ports)
    temporary = " ".join(f"{name}_temp_path {run}/{name};" for name in TEMPORARY)
    (run / "nginx.conf").write_text(NGINX.format(**values, server=server, http=http, temporary=temporary))
    command = [
        shutil.which("nginx", path=PATH) or "nginx",
        "-p",
        str(run),
        "-c",
        str(run / "nginx.conf"),
        "-e",
        str(run / "error.log"),
    ]
    _refuse_complaints([*command, "-t", "-q"])
    with _running(command, run, values) as started:
        yield started


@contextmanager
def apache(run: Path, root: Path, server: str, **ports: int) -> Iterator[Server]:
    """The same for Apache; ``server`` stands at the level of the whole server, so that both ports obey it."""
    values = _prepared(run, root, ports)
    modules = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in LOADED)
    user = "User www-data\nGroup www-data" if os.geteuid() == 0 else ""
    (run / "apache.conf").write_text(APACHE.format(**values, server=server, modules=modules, user=user))
    command = [shutil.which("apache2", path=PATH) or "apache2", "-f", str(run / "apache.conf")]
    _refuse_complaints([*command, "-t"])
    with _running([*command, "-D", "FOREGROUND"], run, values) as started:
        yield started


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _prepared(run: Path, root: Path, ports: dict[str, int]) -> dict[str, str | int]:
    """A folder that the server's own user may enter, with a certificate for localhost in it."""
    run.mkdir(mode=0o755)
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
         "-keyout", str(run / "host.key"), "-out", str(run / "host.crt")],
        check=True, capture_output=True,
    )  # fmt: skip
    return {"port": free_port(), "tls": free_port(), **ports, "run": str(run), "root": str(root)}


def _refuse_complaints(command: list[str]) -> None:
    """The configuration is tried first: what the server would only warn of fails too."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    said = (done.stdout + done.stderr).replace("Syntax OK", "").strip()
    assert (done.returncode, said) == (0, ""), said


@contextmanager
def _running(command: list[str], run: Path, values: dict[str, str | int]) -> Iterator[Server]:
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for port in (int(values["port"]), int(values["tls"])):
            _wait_for(port, process, run)
        trust = ssl.create_default_context(cafile=str(run / "host.crt"))
        yield Server(int(values["port"]), int(values["tls"]), trust)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_for(port: int, process: subprocess.Popen[bytes], run: Path) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert process.poll() is None, (run / "error.log").read_text()
        time.sleep(0.05)
    raise AssertionError("the server does not answer")
