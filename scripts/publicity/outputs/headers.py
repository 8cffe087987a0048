"""What a web server says with each file of the site: one table, of which outputs/servers makes the files for each server."""

from __future__ import annotations

# Nothing from elsewhere, nothing inline. As a <meta> it also holds where a server says nothing, but for frame-ancestors,
# which browsers take from a server only (W3C CSP3, section 3.3).
_POLICY = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
)
META_POLICY = "; ".join(_POLICY)
_UNUSED = (
    "accelerometer",
    "camera",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)

# With every answer, errors and redirects included.
HEADERS: tuple[tuple[str, str], ...] = (
    ("Content-Security-Policy", f"{META_POLICY}; frame-ancestors 'none'"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"),
    ("Permissions-Policy", ", ".join(f"{name}=()" for name in _UNUSED)),
)
# Over https only. It holds for the whole host, which is the county's: no includeSubDomains, no preload.
HSTS = ("Strict-Transport-Security", "max-age=31536000")

# Pages may change at any moment, and a take-down must be seen: ask every time. 304 costs a few hundred bytes.
REVALIDATE = "no-cache"
# What stands in a folder named after its content never changes.
LASTING = "public, max-age=31536000, immutable"
LASTING_FOLDERS = ("assets", "search")
LASTING_PLACES = f"({'|'.join(LASTING_FOLDERS)})/[0-9a-f]{{8,64}}/"

CHARSET = "utf-8"


def is_text(kind: str) -> bool:
    """Types that carry a charset; the others say theirs themselves or have none."""
    return kind.startswith("text/")


def is_worth_packing(kind: str) -> bool:
    """Whether gzip makes it smaller; pictures and Office files are packed already."""
    return is_text(kind) or kind.endswith(("json", "xml"))
