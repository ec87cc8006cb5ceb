#!/usr/bin/env bash
# usage: bench.sh COLOPHON MEASURE: prints time, memory and scaling; asserts nothing.
set -euo pipefail
colophon=$(realpath "$1")
measure=$(realpath "$2")
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
maker="$here/../../../shared/evaluation/make_bench_docs.py"
if [ -f "$maker" ]; then
  python3 "$maker" "$work" >/dev/null
else
  # Without the bench texts: the bodies of the examples, repeated to 60 KB.
  python3 - "$here/../Fixtures/manuscripts" "$work" <<'P'
import sys
examples, work = sys.argv[1:]
tex = open(f"{examples}/complete-latex/main.tex", encoding="utf-8").read()
head, _, rest = tex.partition("\\begin{document}")
body = rest.partition("\\end{document}")[0]
markdown = open(f"{examples}/complete-markdown/paper.md", encoding="utf-8").read().split("---\n", 2)[2]
open(f"{work}/p60.tex", "w").write(head + "\\begin{document}" + body * (60_000 // len(body)) + "\\end{document}\n")
open(f"{work}/p60.md", "w").write((markdown + "\n\n") * (60_000 // len(markdown)))
P
fi
cd "$work"
mean() { hyperfine -N -w 5 -r 30 --ignore-failure --export-json "$work/t.json" "$1" >/dev/null 2>&1 && python3 -c 'import json,sys; print(json.load(open(sys.argv[1]))["results"][0]["mean"])' "$work/t.json"; }
md=$(mean "$colophon lint p60.md")
tex=$(mean "$colophon lint p60.tex")
printf 'cold start to exit, 60 KB: Markdown %.1f ms, LaTeX %.1f ms\n' "$(python3 -c "print($md*1e3)")" "$(python3 -c "print($tex*1e3)")"
if command -v rumdl >/dev/null; then
  rival=$(mean "rumdl check --no-cache p60.md")
  printf 'rumdl check --no-cache on the same Markdown: %.1f ms; ratio Markdown %.2f, LaTeX %.2f\n' \
    "$(python3 -c "print($rival*1e3)")" "$(python3 -c "print($md/$rival)")" "$(python3 -c "print($tex/$rival)")"
else
  echo "rumdl is not installed (pip install rumdl): no comparison"
fi
python3 - "$colophon" <<'P'
import resource, subprocess, sys
for name in ("p60.md", "p60.tex"):
    subprocess.run([sys.argv[1], "lint", name], stdout=subprocess.DEVNULL)
print(f"greatest memory: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.1f} MB")
P
# Time a byte inside a warm process, at growing size and on inputs made to be slow.
"$measure" p60.md p60.tex
