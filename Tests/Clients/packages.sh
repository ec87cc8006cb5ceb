#!/bin/sh
# Installs the Debian packages that are missing; where that is not allowed prints those that stay missing, but in CI fails.
# usage: packages.sh PACKAGE...
set -eu
missing=
for package in "$@"; do
  dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ]; then
  as_root=
elif sudo -n true 2>/dev/null; then
  as_root=sudo
else
  echo "not installed:$missing; what needs them is skipped. To run all: sudo apt-get install$missing" >&2
  echo "$missing"
  [ -z "${CI:-}" ]
  exit
fi
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq >&2
$as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
