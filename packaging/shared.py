#!/usr/bin/env python3
"""Writes the manual page and the completions of a built executable to where programs look for them below a prefix.

usage: shared.py EXECUTABLE PREFIX

Python standard library only.
"""

import pathlib
import sys

import manual

# Where each shell looks for completions, below `share/`.
COMPLETIONS = {
    "bash": "bash-completion/completions/colophon",
    "zsh": "zsh/site-functions/_colophon",
    "fish": "fish/vendor_completions.d/colophon.fish",
}


def shared(executable):
    """Contents by path below the prefix; what the program says of itself is all they are made of."""
    files = {"share/man/man1/colophon.1": manual.page(executable).encode()}
    for shell, path in COMPLETIONS.items():
        files[f"share/{path}"] = manual.output(executable, "--generate-completion-script", shell).encode()
    return files


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__.split("\n\n")[1])
    for name, content in shared(sys.argv[1]).items():
        target = pathlib.Path(sys.argv[2]) / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
