#!/bin/sh
# Makes .venv and installs Paragraf into it, with the exact versions of constraints.txt. Called by `make setup`.
set -eu
PYTHON=${PYTHON:-python3}
CPU_WHEELS=https://download.pytorch.org/whl/cpu

"$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
  echo "Paragraf needs Python 3.11 or newer; '$PYTHON' is $("$PYTHON" --version 2>&1). Name another: make setup PYTHON=python3.12" >&2
  exit 2
}
[ -x .venv/bin/python ] || "$PYTHON" -m venv .venv
pip() { .venv/bin/python -m pip --disable-pip-version-check "$@"; }

# The default wheel of torch for Linux brings some 5 GB for graphics cards. Without such a card the CPU wheel serves,
# where its index can be reached.
if [ "$(uname -s)" = Linux ] && ! command -v nvidia-smi >/dev/null 2>&1 && ! .venv/bin/python -c 'import torch' 2>/dev/null \
   && .venv/bin/python -c "import urllib.request; urllib.request.urlopen('$CPU_WHEELS/torch/', timeout=5)" 2>/dev/null; then
  pip install --quiet --index-url "$CPU_WHEELS" "$(grep '^torch==' constraints.txt)" || echo "The CPU wheel of torch could not be had; taking the default one." >&2
fi
echo "Installing what Paragraf needs into .venv; the first time takes some minutes …" >&2
pip install --quiet --constraint constraints.txt --editable '.[dev]'
