#!/usr/bin/env bash
# usage: corpus-diff.sh BASE COLOPHON CORPUS: builds the commit BASE once, then compares what it and COLOPHON say.
set -euo pipefail
base=$(git rev-parse --short "${1:?usage: corpus-diff.sh BASE COLOPHON CORPUS}^{commit}")
here=$(cd "$(dirname "$0")" && pwd)
kept=$here/../../.build/corpus-diff
if [ ! -x "$kept/$base" ]; then
  mkdir -p "$kept"
  tree=$(mktemp -d)
  trap 'git worktree remove --force "$tree"' EXIT
  git worktree add --quiet --detach "$tree" "$base"
  # The build folder is kept from commit to commit, so that only what differs is compiled again.
  swift build -c release --package-path "$tree" --scratch-path "$kept/build" --product colophon --quiet
  cp "$kept/build/release/colophon" "$kept/$base"
fi
"$here/corpus_diff.py" "$kept/$base" "$2" "$3"
