#!/usr/bin/env bash
# Make the virtual environment. Debian keeps the means for it in a package of its own.
set -euo pipefail
python=$1 venv=$2

command -v "$python" >/dev/null || { echo "找不到 $python。请安装 Python 3.11，或用 make PYTHON=… 指明它。" >&2; exit 2; }
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
  [ "$(id -u)" = 0 ] && sudo= || sudo=sudo
  $sudo apt-get update -qq
  $sudo apt-get install -y -qq python3-venv
fi
"$python" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || { echo "需要 Python 3.11，$python 是 $("$python" --version)。" >&2; exit 2; }
"$python" -m venv --clear "$venv"
