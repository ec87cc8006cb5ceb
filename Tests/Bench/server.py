#!/usr/bin/env python3
"""usage: server.py COLOPHON: keystroke to diagnostics of the language server, 60 KB and 1 MB of real text in both markups.

Beside it runs what is installed of two other servers, on the same files in the same minute. It reports and asserts
nothing. Needs the bench texts and the latency client that lie beside the repository.
"""
import json, os, shutil, subprocess, sys, tempfile

here = os.path.dirname(os.path.abspath(__file__))
shared = os.path.join(here, "../../../shared/evaluation")
client = os.path.join(shared, "lsp_latency.py")
colophon = os.path.abspath(sys.argv[1])


def measured(path, language, command, *options):
    run = subprocess.run(
        [sys.executable, client, "--file", path, "--lang", language, *options, "--", *command],
        capture_output=True, text=True)
    return json.loads(run.stdout) if run.returncode == 0 else None


def main():
    if not os.path.exists(client):
        sys.exit("the latency client and the bench texts are not at hand: no measurement")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, os.path.join(shared, "make_bench_docs.py"), folder], check=True, capture_output=True)
        print("| text | ready | keystroke to diagnostics: median / worst of 200 | greatest memory | of a rival's median |")
        print("|---|---:|---:|---:|---:|")
        for name, language, rival in [
            ("p60.tex", "latex", ["badness", "lsp"]), ("p1m.tex", "latex", ["badness", "lsp"]),
            ("p60.md", "markdown", ["rumdl", "server"]), ("p1m.md", "markdown", ["rumdl", "server"]),
        ]:
            path = os.path.join(folder, name)
            own = measured(path, language, [colophon, "server"], "--expect", "GPT-4")
            if own is None:
                sys.exit(f"{name}: the server's diagnostics do not follow the text")
            other = measured(path, language, rival, "--unversioned") if shutil.which(rival[0]) else None
            ratio = (
                f"{own['p50_ms'] / other['p50_ms']:.2f} of {rival[0]} ({other['p50_ms']:.1f} ms)"
                if other and other["p50_ms"] else f"{rival[0]} is not installed or does not answer")
            size = f"{own['bytes'] / 1000:.0f} KB of {'LaTeX' if language == 'latex' else 'Markdown'}"
            print(f"| {size} | {own['startup_ms']:.1f} ms | {own['p50_ms']:.2f} / {own['max_ms']:.2f} ms | {own['rss_mb']:.0f} MB | {ratio} |")


main()
