"""Completions in the shells themselves: what a person gets who presses the tab key."""

import os
import shutil

import pexpect
import pytest
from conftest import EXECUTABLE, ROOT, need, run

# What is typed, and what must then stand on the line or be offered.
CASES = [
    ("colophon inv", ["inventory"]),
    ("colophon lint --fail-", ["--fail-on"]),
    ("colophon lint --fail-on ", ["error", "warning", "hint", "never"]),
    ("colophon lint --stage sub", ["submission"]),
    ("colophon explain which-w", ["which-weights"]),
    ("colophon lint manu", ["manuscript.tex"]),
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """An installed program, a folder with a manuscript, and a home without settings."""
    folder = tmp_path_factory.mktemp("desk")
    prefix = folder / "prefix"
    run("make", "-C", ROOT, "-o", "build", "install", f"COLOPHON={EXECUTABLE}", f"PREFIX={prefix}")
    (folder / "work").mkdir()
    (folder / "work/manuscript.tex").write_text("")
    (folder / "home").mkdir()
    return folder


def environment(desk):
    return {
        "HOME": str(desk / "home"), "PATH": f"{desk}/prefix/bin:{os.environ['PATH']}", "TERM": "dumb",
        "LC_ALL": "C.UTF-8",
        "XDG_DATA_DIRS": f"{desk}/prefix/share:/usr/local/share:/usr/share", "PS1": "ready> "}


def pressed_tab(shell, typed, wanted):
    """Types, presses the tab key, and waits for each wanted word; then clears the line."""
    shell.send(typed)
    shell.expect_exact(typed)
    shell.send("\t\t")
    rest = typed.rsplit(" ", 1)[1]
    remaining = list(wanted)
    while remaining:
        # One answer is completed on the line; several are listed in whatever order the shell likes.
        words = remaining if len(wanted) > 1 else [remaining[0].removeprefix(rest)]
        remaining.pop(shell.expect_exact(words))
    shell.send("\x15\r")
    shell.expect_exact("ready> ")


@pytest.mark.parametrize(("typed", "wanted"), CASES)
def test_bash(desk, typed, wanted):
    shell = pexpect.spawn("bash", ["--norc", "--noprofile", "-i"], env=environment(desk), cwd=desk / "work", timeout=20,
                          encoding="utf-8", dimensions=(40, 200))
    shell.expect_exact("ready> ")
    shell.sendline(f"source {desk}/prefix/share/bash-completion/completions/colophon && echo loa''ded")
    shell.expect_exact("loaded")
    shell.expect_exact("ready> ")
    pressed_tab(shell, typed, wanted)
    shell.close(force=True)


@pytest.mark.parametrize(("typed", "wanted"), CASES)
def test_zsh(desk, typed, wanted):
    need("zsh")
    shell = pexpect.spawn("zsh", ["-f", "-i"], env=environment(desk), cwd=desk / "work", timeout=20, encoding="utf-8",
                          dimensions=(40, 200))
    shell.sendline(f"PS1='ready> '; fpath=({desk}/prefix/share/zsh/site-functions $fpath); autoload -Uz compinit; "
                   f"compinit -u -d {desk}/home/dump && unsetopt zle_bracketed_paste; echo loa''ded")
    shell.expect_exact("loaded")
    shell.expect_exact("ready> ")
    pressed_tab(shell, typed, wanted)
    shell.close(force=True)


@pytest.mark.parametrize(("typed", "wanted"), CASES)
def test_fish(desk, typed, wanted):
    """Fish finds the file by itself, as it does after `make install`, and says what it would offer."""
    need("fish")
    said = run("fish", "--command", f"complete --do-complete '{typed}'", env=environment(desk), cwd=desk / "work")
    offered = [line.split("\t")[0] for line in said.splitlines()]
    assert set(wanted) <= set(offered), said


def test_the_shells_were_there():
    """In CI no shell may be missing."""
    if os.environ.get("CI"):
        assert all(shutil.which(shell) for shell in ("bash", "zsh", "fish"))
