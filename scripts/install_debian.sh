#!/usr/bin/env bash
# What the tests need from Debian: a browser to look at pages, and a font to see Chinese in.
set -euo pipefail
[ "$(id -u)" = 0 ] && sudo= || sudo=sudo

missing=()
command -v chromium >/dev/null || missing+=(chromium)
fc-list 2>/dev/null | grep -qi 'Noto Sans CJK' || missing+=(fonts-noto-cjk)
[ ${#missing[@]} -eq 0 ] && exit 0
$sudo apt-get update -qq
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}"
