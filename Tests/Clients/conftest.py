"""What every client starts from: a manuscript in an empty folder, and `colophon` on the path, as a new user has them."""

import json
import os
import pathlib
import shlex
import subprocess
import sys
import time
import uuid

import pytest
import validate_messages

HERE = pathlib.Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
EDITORS = REPOSITORY / "editors"
SERVER = pathlib.Path(os.environ.get("COLOPHON") or REPOSITORY / ".build/release/colophon").resolve()

HEAD = "\\documentclass{article}\n\\begin{document}\n\\section{Methods}\n"
SENTENCE = "😀 We prompted GPT-4 to label each abstract.\n"
FOOT = "\\end{document}\n"
# The manuscript's one model stands behind a character that every encoding counts differently.
MANUSCRIPT = HEAD + SENTENCE + FOOT

# What is typed at the start of the sentence: 8 bytes, 5 UTF-16 units, 4 characters.
TYPED = "😀 é "

# The action that is applied, by its title, and the manuscript that results.
ACTION = "'GPT-4'.*only discussed"
RESULT = HEAD + "% colophon: discussed GPT-4\n" + TYPED + SENTENCE + FOOT

# How the protocol writes the severities that the command line names.
SEVERITIES = {"error": 1, "warning": 2, "hint": 4}


class Desk:
    """A manuscript in a folder, a home without settings, and a `colophon` on the path that keeps what is said."""

    def __init__(self, folder):
        self.folder = folder
        self.home = folder / "home"
        self.manuscript = folder / "paper" / "main.tex"
        self.record = folder / "record.json"
        self.status = folder / "status"
        self.conversation = pathlib.Path(os.environ.get("COLOPHON_TEST_CAPTURE") or folder) / f"client-{uuid.uuid4()}.jsonl"
        for path in (self.home, self.manuscript.parent / ".git", folder / "bin", self.conversation.parent):
            path.mkdir(parents=True, exist_ok=True)
        self.manuscript.write_text(MANUSCRIPT)
        self.program = folder / "bin" / "colophon"
        parts = [sys.executable, HERE / "recorder.py", SERVER, self.conversation, self.status]
        self.program.write_text("#!/bin/sh\nexec " + " ".join(f"'{part}'" for part in parts) + ' "$@"\n')
        self.program.chmod(0o755)
        self.environment = {
            "HOME": str(self.home),
            "PATH": f"{self.program.parent}:{os.environ['PATH']}",
            "LANG": "C.UTF-8",
            "TERM": "xterm",
            "RECORD": str(self.record),
            "TYPED": TYPED,
            "ACTION": ACTION,
        }

    def install(self, source, target):
        """Copies a file of `editors/` to where its README says."""
        path = self.home / target
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((EDITORS / source).read_bytes())

    def run(self, *command, in_terminal=False):
        """Runs an editor on the manuscript and gives what its session wrote down; in a terminal of its own if asked."""
        started = time.monotonic()
        log = self.folder / "output"
        command = [str(part) for part in command]
        if in_terminal:
            command = ["script", "--quiet", "--return", "--command", shlex.join(command), "/dev/null"]
        with open(log, "wb") as output:
            subprocess.run(
                command, cwd=self.manuscript.parent, env=self.environment, timeout=60, stdin=subprocess.DEVNULL,
                stdout=output, stderr=output)
        assert self.record.exists(), "the session did not end well:\n" + log.read_text(errors="replace")
        record = json.loads(self.record.read_text())
        for name, value in record.items():
            print(f"{name}: {json.dumps(value, ensure_ascii=False)[:200]}")
        print(f"took {time.monotonic() - started:.1f} s")
        return record

    def asks(self):
        """What the command line asks of the manuscript: the asks with their severities as numbers, sorted."""
        done = subprocess.run(
            [SERVER, "lint", self.manuscript, "--format", "json", "--fail-on", "never"], capture_output=True, check=True)
        [manuscript] = json.loads(done.stdout)["manuscripts"]
        return sorted((item["code"], SEVERITIES[item["severity"]]) for item in manuscript["diagnostics"])

    def settings_sent(self):
        """Every settings object that the client has sent: at the start, pushed, or as an answer."""
        asked, sent = set(), []
        for line in self.lines():
            message = line["message"]
            if line["from"] == "server" and message.get("method") == "workspace/configuration":
                asked.add(message["id"])
            elif line["from"] == "client" and message.get("method") == "workspace/didChangeConfiguration":
                sent.append(message["params"]["settings"]["colophon"])
            elif line["from"] == "client" and message.get("method") == "initialize":
                sent += (message["params"].get("initializationOptions") or {}).values()
            elif line["from"] == "client" and "method" not in message and message["id"] in asked:
                sent += message["result"]
        return sent

    def lines(self):
        return [json.loads(line) for line in self.conversation.read_text().splitlines()]

    def check_end(self, status="0"):
        """The server left as the protocol wants it, with a status, and all that it said was valid."""
        deadline = time.monotonic() + 5
        while not self.status.exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        said = [line["message"].get("method") for line in self.lines() if line["from"] == "client"]
        assert said.index("shutdown") < said.index("exit")
        assert self.status.exists(), "the server still runs"
        assert self.status.read_text() == status
        self.check_messages()

    def check_messages(self):
        """All that the server said was valid."""
        conversation = validate_messages.check(self.lines())
        assert conversation.messages > 0 and conversation.problems == []


def need(*packages):
    """Skips a test whose Debian packages could not be installed."""
    missing = os.environ.get("MISSING_PACKAGES", "").split()
    if any(package in missing for package in packages):
        pytest.skip(f"not installed: {' '.join(missing)}")


@pytest.fixture
def desk(tmp_path):
    assert SERVER.exists(), f"{SERVER} is not built; run 'make build'"
    return Desk(tmp_path / "desk")
