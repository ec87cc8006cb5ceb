"""Vim as apt has it, with ALE: diagnostics are pushed, UTF-16."""

from conftest import HERE, RESULT, TYPED, need


def test_vim(desk):
    need("vim", "vim-ale")
    desk.install("others/vim-colophon.vim", ".vim/plugin/colophon.vim")
    (desk.home / ".vimrc").write_text("filetype plugin on\npackadd! ale\n")
    asks = desk.asks()
    record = desk.run("vim", "main.tex", "-S", HERE / "vim_session.vim", in_terminal=True)
    assert record["client"] == "Vim 9, ALE"

    # ALE takes the server's UTF-16 units for bytes, and shows hints as warnings.
    types = {1: "E", 2: "W", 4: "W"}
    start = len("😀 We prompted ".encode("utf-16-le")) // 2
    assert len(asks) == 3
    assert record["opened"] == [[3, start, start + 5, ask, types[severity]] for ask, severity in asks]
    start += len(TYPED.encode("utf-16-le")) // 2
    assert record["edited"] == [[3, start, start + 5, ask, "W"] for ask, _ in asks]
    assert record["saved"] == [[3, start, start + 5, ask, types[severity]] for ask, severity in asks]

    assert "GPT-4" in record["hover"]
    assert desk.manuscript.read_text() == RESULT
    assert record["after"] == []
    # ALE does not say goodbye: it kills the server.
    desk.check_messages()
