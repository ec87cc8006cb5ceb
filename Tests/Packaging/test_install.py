"""`make install` and `make uninstall`, the manual page, and the one version."""

import json
import re
import subprocess

import pytest
from conftest import EXECUTABLE, ROOT, need, run


@pytest.fixture(scope="module")
def prefix(tmp_path_factory):
    folder = tmp_path_factory.mktemp("prefix")
    make("install", folder)
    return folder


def make(target, folder):
    return run("make", "-C", ROOT, "-o", "build", target, f"COLOPHON={EXECUTABLE}", f"PREFIX={folder}")


def files(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_uninstall_takes_away_what_install_put_there(tmp_path):
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/other").write_text("")
    make("install", tmp_path)
    assert files(tmp_path) == [
        "bin/colophon", "bin/other", "share/bash-completion/completions/colophon",
        "share/fish/vendor_completions.d/colophon.fish", "share/man/man1/colophon.1",
        "share/zsh/site-functions/_colophon"]
    assert run(tmp_path / "bin/colophon", "--version") == run(EXECUTABLE, "--version")
    make("uninstall", tmp_path)
    assert files(tmp_path) == ["bin/other"]


def test_the_manual_page_has_no_mistakes(prefix):
    need("mandoc", "groff", "man-db")
    page = prefix / "share/man/man1/colophon.1"
    assert run("mandoc", "-T", "lint", "-W", "warning", page) == ""
    assert run("groff", "-man", "-ww", "-z", "-Tutf8", page) == ""
    shown = subprocess.run(
        ["man", "--warnings=w", "-l", page], capture_output=True, text=True, check=True,
        env={"MANWIDTH": "80", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"})
    assert shown.stderr == "" and "NAME\n       colophon - says which" in shown.stdout


def test_a_mistake_in_the_manual_page_would_be_found(prefix, tmp_path):
    need("mandoc", "groff")
    page = tmp_path / "broken.1"
    page.write_text((prefix / "share/man/man1/colophon.1").read_text() + ".XX\n.EE\n")
    run("mandoc", "-T", "lint", "-W", "warning", page, status=3)
    assert "XX" in run("groff", "-man", "-ww", "-z", "-Tutf8", page)


def test_the_manual_page_tells_of_every_command_and_option(prefix):
    page = (prefix / "share/man/man1/colophon.1").read_text().replace("\\-", "-")
    root = json.loads(run(EXECUTABLE, "--experimental-dump-help"))["command"]
    count = 0

    def visit(command):
        nonlocal count
        if command["shouldDisplay"] and command["commandName"] != "help":
            words = " ".join([*command.get("superCommands", []), command["commandName"]])
            if not command.get("subcommands"):
                assert f'.SS "{words}"' in page, words
            for argument in command.get("arguments", []):
                for name in argument.get("names", []) if argument["shouldDisplay"] else []:
                    count += 1
                    assert ("-" if name["kind"] == "short" else "--") + name["name"] in page, (words, name)
            for child in command.get("subcommands", []):
                visit(child)

    visit(root)
    assert count > 30


def test_the_manual_page_names_the_variables_and_files_that_the_program_reads(prefix):
    page = (prefix / "share/man/man1/colophon.1").read_text().replace("\\-", "-")
    sources = "".join(path.read_text() for path in sorted((ROOT / "Sources").rglob("*.swift")))
    for name in set(re.findall(r'(?:getenv|environment)\("([A-Z_]+)"\)', sources)) | {"COLOPHON_CONFIG"}:
        assert f'"{name}"' in sources and name in page, name
    assert ".config/colophon.toml" in page


def test_the_version_is_one(version):
    assert json.loads((ROOT / "editors/vscode/package.json").read_text())["version"] == version
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text()
    assert re.search(r"^## (.*)$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)[1] == version
    for path in ("action.yml", "docs/ci.md", "docs/install.md"):
        for found in re.findall(r"\b\d+\.\d+\.\d+\b", (ROOT / path).read_text()):
            assert found == version, path
