"""What every test of a package starts from: the built executable, and what `make dist` made of it."""

import os
import pathlib
import shutil
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXECUTABLE = pathlib.Path(os.environ.get("COLOPHON") or ROOT / ".build/release/colophon").resolve()
DIST = pathlib.Path(os.environ.get("COLOPHON_DIST") or ROOT / ".build/dist").resolve()
FIXTURES = ROOT / "Tests/Fixtures/manuscripts"


def run(*command, status=0, **options):
    """What a command prints on both streams; it must end with a status."""
    done = subprocess.run(
        [os.fspath(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        timeout=300, **options)
    assert done.returncode == status, f"{command} ended with {done.returncode}:\n{done.stdout}"
    return done.stdout


def need(*packages):
    """Skips a test whose Debian packages could not be installed."""
    missing = os.environ.get("MISSING_PACKAGES", "").split()
    if any(package in missing for package in packages):
        pytest.skip(f"not installed: {' '.join(missing)}")


def tool(name):
    """A program of the tests' own environment."""
    return pathlib.Path(sys.executable).parent / name


class Repository:
    """A git repository with the manuscripts of the fixtures, and a person who commits."""

    def __init__(self, folder):
        self.folder = folder
        self.environment = {
            **os.environ, "HOME": str(folder.parent / "home"), "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "A. Author", "GIT_AUTHOR_EMAIL": "author@example.org",
            "GIT_COMMITTER_NAME": "A. Author", "GIT_COMMITTER_EMAIL": "author@example.org",
        }
        (folder.parent / "home").mkdir(exist_ok=True)
        folder.mkdir()
        self.git("init", "--quiet")

    def git(self, *arguments, status=0):
        return run("git", *arguments, status=status, cwd=self.folder, env=self.environment)

    def add(self, *names):
        """Puts manuscripts of the fixtures into the repository."""
        for name in names:
            shutil.copytree(FIXTURES / name, self.folder / name)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


@pytest.fixture
def repository(tmp_path):
    return Repository(tmp_path / "repository")


@pytest.fixture(scope="session")
def wheel():
    [path] = DIST.glob("*.whl")
    return path


@pytest.fixture(scope="session")
def version():
    return run(EXECUTABLE, "--version").strip()
