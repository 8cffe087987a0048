#!/usr/bin/env bash
# What the tests need from Debian: a browser to look at pages, a font to see Chinese in, an office to write files with,
# web servers to serve the site as a portal does, and what runs the HTML checker.
set -euo pipefail
[ "$(id -u)" = 0 ] && sudo= || sudo=sudo

missing=()
command -v chromium >/dev/null || missing+=(chromium)
fc-list 2>/dev/null | grep -qi 'Noto Sans CJK' || missing+=(fonts-noto-cjk)
command -v soffice >/dev/null || missing+=(libreoffice-calc-nogui libreoffice-writer-nogui libreoffice-impress-nogui)
[ -x /usr/sbin/nginx ] || missing+=(nginx-light)
[ -x /usr/sbin/apache2 ] || missing+=(apache2-bin)
command -v openssl >/dev/null || missing+=(openssl)
command -v java >/dev/null || missing+=(default-jre-headless)
command -v npm >/dev/null || missing+=(nodejs npm)
[ ${#missing[@]} -eq 0 ] && exit 0

# A web server that is installed is started, now and at every boot; the tests start their own.
refusal=/usr/sbin/policy-rc.d
if [ ! -e $refusal ]; then
  trap '$sudo rm -f $refusal' EXIT
  printf '#!/bin/sh\nexit 101\n' | $sudo tee $refusal >/dev/null
  $sudo chmod 755 $refusal
fi
$sudo apt-get update -qq
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}"
if [[ " ${missing[*]} " == *" nginx-light "* ]] && command -v systemctl >/dev/null; then
  $sudo systemctl --quiet disable nginx || true
fi
