#!/bin/sh
# Installs Debian packages that are missing. Where that is not allowed the tests that need them are skipped, but not in CI.
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
  echo "not installed:$missing; the tests that need them are skipped. To run them: sudo apt-get install$missing"
  [ -z "${CI:-}" ]
  exit
fi
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
$as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
