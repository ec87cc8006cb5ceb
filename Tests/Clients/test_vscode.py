"""The extension for VS Code, as far as it can be checked without npm."""

import subprocess

from conftest import EDITORS, need


def test_extension():
    need("nodejs", "node-typescript")
    done = subprocess.run(["node", "--test", "test/"], cwd=EDITORS / "vscode", capture_output=True, text=True)
    print("\n".join(line for line in done.stdout.splitlines() if line.startswith(("ok", "not ok", "# "))))
    assert done.returncode == 0, done.stdout + done.stderr
