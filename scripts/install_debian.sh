#!/usr/bin/env bash
# What the tests need from Debian: a browser to look at pages, and a font to see Chinese in.
set -euo pipefail
[ "$(id -u)" = 0 ] && sudo= || sudo=sudo

missing=()
for package in chromium fonts-noto-cjk; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0
$sudo apt-get update -qq
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}"
