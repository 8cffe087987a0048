#!/usr/bin/env bash
# What the tests need from Debian: a browser to look at pages, a font to see Chinese in, and an office to write files with.
set -euo pipefail
[ "$(id -u)" = 0 ] && sudo= || sudo=sudo

missing=()
command -v chromium >/dev/null || missing+=(chromium)
fc-list 2>/dev/null | grep -qi 'Noto Sans CJK' || missing+=(fonts-noto-cjk)
command -v soffice >/dev/null || missing+=(libreoffice-calc-nogui libreoffice-writer-nogui libreoffice-impress-nogui)
[ ${#missing[@]} -eq 0 ] && exit 0
$sudo apt-get update -qq
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}"
