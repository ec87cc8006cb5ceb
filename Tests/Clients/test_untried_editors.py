"""The settings for editors that are not to be had here: they can be read, and run the server as its own tests do."""

import json
import tomllib

from conftest import EDITORS


def test_helix():
    settings = tomllib.loads((EDITORS / "others/helix-languages.toml").read_text())
    assert settings["language-server"] == {"colophon": {"command": "colophon", "args": ["server"]}}
    assert [(language["name"], language["language-servers"][-1]) for language in settings["language"]] == [
        ("latex", "colophon"), ("markdown", "colophon")]


def test_sublime_text():
    settings = json.loads((EDITORS / "others/sublime-LSP.sublime-settings").read_text())
    assert settings["clients"]["colophon"]["command"] == ["colophon", "server"]


def test_zed():
    settings = json.loads((EDITORS / "others/zed-settings.json").read_text())
    # The extension for rumdl itself adds 'server'.
    assert [server["binary"].get("arguments") for server in settings["lsp"].values()] == [["server"], None]
