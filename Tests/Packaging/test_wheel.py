"""The wheel in a clean environment: installed, run, uninstalled."""

import os
import subprocess
import sys
import zipfile

from conftest import DIST, FIXTURES, run, tool


def test_it_installs_runs_and_goes_away_again(tmp_path, wheel, version):
    environment = tmp_path / "environment"
    run(sys.executable, "-m", "venv", environment)
    before = {path for path in environment.rglob("*") if "__pycache__" not in path.parts}
    python = environment / "bin/python"
    run(python, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", wheel)
    program = environment / "bin/colophon"
    assert run(program, "--version").strip() == version
    assert os.access(program, os.X_OK)
    said = run(program, "lint", FIXTURES / "biology/main.tex", status=1)
    assert "error[prompting]" in said
    assert "nothing to ask" in run(program, "lint", FIXTURES / "complete-latex/main.tex")
    for path in ("man/man1/colophon.1", "bash-completion/completions/colophon", "zsh/site-functions/_colophon",
                 "fish/vendor_completions.d/colophon.fish"):
        assert (environment / "share" / path).stat().st_size > 1_000
    assert f"Version: {version}" in run(python, "-m", "pip", "show", "colophon-lint")
    run(python, "-m", "pip", "uninstall", "--quiet", "--yes", "colophon-lint")
    after = {path for path in environment.rglob("*") if "__pycache__" not in path.parts}
    left = [path for path in after - before if path.is_file()]
    assert left == [] and not program.exists()


def test_its_description_can_be_shown(wheel):
    assert "PASSED" in run(tool("twine"), "check", "--strict", wheel)


def test_its_tags_promise_no_more_than_holds(wheel):
    """The executable asks for no library, so that the oldest tag would do; the wheel names later ones."""
    said = subprocess.run([tool("auditwheel"), "show", wheel], capture_output=True, text=True, check=True).stdout
    words = " ".join(said.split())
    assert 'consistent with the following platform tag: "manylinux_2_5_x86_64"' in words
    assert "requires no external shared libraries" in words
    with zipfile.ZipFile(wheel) as archive:
        [about] = [name for name in archive.namelist() if name.endswith("/WHEEL")]
        tags = [line.split("-")[-1] for line in archive.read(about).decode().splitlines() if line.startswith("Tag: ")]
    assert wheel.name.endswith(f"-py3-none-{'.'.join(tags)}.whl")


def test_pip_takes_it_for_linux_on_this_processor_only(tmp_path, wheel):
    def download(platform, status):
        return run(
            sys.executable, "-m", "pip", "download", "--quiet", "--no-index", "--no-deps", "--only-binary", ":all:",
            "--platform", platform, "--find-links", DIST, "--dest", tmp_path / platform, "colophon-lint", status=status)

    for platform in ("manylinux_2_17_x86_64", "manylinux2014_x86_64", "musllinux_1_1_x86_64"):
        download(platform, 0)
        assert (tmp_path / platform / wheel.name).exists()
    for platform in ("macosx_14_0_arm64", "win_amd64", "manylinux_2_17_aarch64"):
        assert "No matching distribution found" in download(platform, 1)
