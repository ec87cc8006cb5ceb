"""Emacs as apt has it, with eglot and with lsp-mode: diagnostics are pushed, UTF-16."""

import re

import pytest
from conftest import EDITORS, HERE, RESULT, TYPED, need


@pytest.mark.parametrize("client", ["eglot", "lsp-mode"])
def test_emacs(desk, client):
    need("emacs-nox", f"elpa-{client}")
    desk.install(f"emacs/colophon-{client}.el", f".emacs.d/colophon-{client}.el")
    blocks = re.findall("```elisp\n(.*?)```", (EDITORS / "emacs/README.md").read_text(), re.DOTALL)
    [settings] = [block for block in blocks if "submission" in block and client in block]
    (desk.home / ".emacs.d/init.el").write_text(f'(load (concat user-emacs-directory "colophon-{client}"))\n{settings}')
    asks = desk.asks()
    record = desk.run("emacs", "-nw", "-l", HERE / "emacs_session.el", "main.tex", in_terminal=True)
    assert record["client"] == f"Emacs 28.2, {client}"

    # Emacs counts characters. lsp-mode takes the server's UTF-16 units for such, and is one off behind each emoji.
    width = len if client == "eglot" else lambda text: len(text.encode("utf-16-le")) // 2
    start = width("😀 We prompted ")
    assert len(asks) == 3
    assert record["opened"] == [[3, start, start + 5, ask, severity] for ask, severity in asks]
    # While the sentence is being written its questions are hints; on save they settle.
    start += width(TYPED)
    assert record["edited"] == [[3, start, start + 5, ask, 4] for ask, _ in asks]
    assert record["saved"] == [[3, start, start + 5, ask, severity] for ask, severity in asks]

    assert "GPT-4" in record["hover"].splitlines()[0]
    assert desk.manuscript.read_text() == RESULT
    assert record["after"] == []
    assert record["inventory"].startswith("# Models in main.tex\n")
    assert desk.settings_sent() and all(sent == {"stage": "submission"} for sent in desk.settings_sent())
    desk.check_end()
