"""Neovim as apt has it (0.7: diagnostics are pushed, UTF-16) and as pip has it (0.11: pulled, UTF-8)."""

import os
import pathlib
import re
import subprocess
import sys

import pytest
from conftest import EDITORS, HERE, RESULT, TYPED, need

NEWER = pathlib.Path(sys.executable).parent / "nvim"


@pytest.mark.parametrize(
    "program, client, encoding, pulls",
    [("/usr/bin/nvim", "Neovim 0.7.2", "utf-16", False), (NEWER, "Neovim 0.11.4", "utf-8", True)],
    ids=["0.7.2", "0.11.4"],
)
def test_neovim(desk, program, client, encoding, pulls):
    need("neovim")
    installed = subprocess.run([program, "--version"], capture_output=True, text=True).stdout.split()[1]
    if client != f"Neovim {installed[1:]}" and "CI" not in os.environ:
        pytest.skip(f"{program} is {installed}")
    for name in ("lsp/colophon.lua", "plugin/colophon.lua"):
        desk.install(f"neovim/{name}", f".config/nvim/{name}")
    configuration = desk.home / ".config/nvim/lsp/colophon.lua"
    [settings] = re.findall("`(settings = .*?)` in `lsp/colophon.lua`", (EDITORS / "neovim/README.md").read_text())
    configuration.write_text(configuration.read_text().replace("settings = { colophon = {} }", settings))
    asks = desk.asks()
    record = desk.run(program, "--headless", "-i", "NONE", "main.tex", "-S", HERE / "neovim_session.lua")
    assert (record["client"], record["encoding"], record["pulls"]) == (client, encoding, pulls)

    # Neovim counts bytes.
    start = len("😀 We prompted ".encode())
    assert len(asks) == 3
    assert record["opened"] == [[3, start, start + 5, ask, severity] for ask, severity in asks]
    # While the sentence is being written its questions are hints; on save they settle.
    start += len(TYPED.encode())
    assert record["edited"] == [[3, start, start + 5, ask, 4] for ask, _ in asks]
    assert record["saved"] == [[3, start, start + 5, ask, severity] for ask, severity in asks]

    assert "GPT-4" in record["hover"].splitlines()[0]
    assert desk.manuscript.read_text() == RESULT
    assert record["after"] == []
    assert record["inventory"].startswith("# Models in main.tex\n")
    assert desk.settings_sent() and all(sent == {"stage": "submission"} for sent in desk.settings_sent())
    desk.check_end()
