"""The shell steps of action.yml, taken out of the file and run one after the other as GitHub's runner does."""

import functools
import hashlib
import http.server
import json
import pathlib
import re
import shutil
import subprocess
import threading

import pytest
import yaml
from conftest import DIST, EXECUTABLE, ROOT, need

ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
ARCHIVE = "colophon-linux-x86_64.tar.gz"
FORK = {"github.event.pull_request.head.repo.full_name": "someone/paper"}
OWN = {"github.event.pull_request.head.repo.full_name": "group/paper"}


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture
def server(tmp_path, version):
    """A server that has a release of the action's repository; gives its address and the release's folder."""
    release = tmp_path / f"server/group/colophon/releases/download/v{version}"
    release.mkdir(parents=True)
    for name in (ARCHIVE, "SHA256SUMS"):
        shutil.copy(DIST / name, release)
    handler = functools.partial(Quiet, directory=tmp_path / "server")
    listening = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{listening.server_port}", release
    listening.shutdown()


class Job:
    """A run of the action in a checked-out repository, without any secret in its environment."""

    def __init__(self, folder, inputs, context):
        self.folder, self.context, self.steps = folder, dict(context), []
        for name, declared in ACTION["inputs"].items():
            self.context[f"inputs.{name}"] = inputs.pop(name, str(declared.get("default", "")))
        assert not inputs
        self.output = ""
        self.temporary = folder.parent / "runner"
        self.temporary.mkdir(exist_ok=True)
        self.summary = self.temporary / "summary.md"
        self.summary.write_text("")

    def value(self, text):
        """Text with its expressions replaced; only names, `||` and a comparison with a text are known."""

        def replaced(match):
            expression = match[1].strip()
            compared = re.fullmatch(r"(\S+) == '([^']*)'", expression)
            if compared:
                return "true" if self.context.get(compared[1], "") == compared[2] else "false"
            names = expression.split(" || ")
            assert all(re.fullmatch(r"[a-z0-9_.-]+", name) for name in names), expression
            return next((self.context[name] for name in names if self.context.get(name)), "")

        return re.sub(r"\$\{\{(.*?)\}\}", replaced, text)

    def run(self):
        """Runs the steps until one fails; gives the action's status."""
        for index, step in enumerate(ACTION["runs"]["steps"]):
            if self.value(str(step.get("if", "true"))) != "true":
                continue
            self.steps.append(step)
            if "run" not in step:
                continue
            assert step["shell"] == "bash"
            script, outputs = self.temporary / f"{index}.sh", self.temporary / f"{index}.outputs"
            script.write_text(step["run"])
            outputs.write_text("")
            environment = {
                "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(self.temporary), "LC_ALL": "C.UTF-8", "CI": "true",
                "RUNNER_TEMP": str(self.temporary), "GITHUB_OUTPUT": str(outputs),
                "GITHUB_STEP_SUMMARY": str(self.summary), "GITHUB_REPOSITORY": "group/paper",
                **{name: self.value(text) for name, text in step.get("env", {}).items()}}
            done = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", script], cwd=self.folder, env=environment,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120)
            self.output += done.stdout
            for line in outputs.read_text().splitlines():
                name, value = line.split("=", 1)
                self.context[f"steps.{step['id']}.outputs.{name}"] = value
            if done.returncode != 0:
                return done.returncode
        return 0

    @property
    def uploads(self):
        return [step["with"]["sarif_file"] for step in self.steps if "uses" in step]


@pytest.fixture
def job(repository):
    def start(context=None, **inputs):
        inputs = {name.replace("_", "-"): value for name, value in inputs.items()}
        inputs.setdefault("executable", str(EXECUTABLE))
        return Job(repository.folder, inputs, context or {})

    return start


def test_no_step_puts_an_expression_into_a_script():
    """What somebody writes as a branch's name or a path is data for the shell, never part of the script."""
    scripts = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step]
    assert len(scripts) == 3
    assert not any("${{" in script for script in scripts)
    text = (ROOT / "action.yml").read_text()
    assert "secrets." not in text and "github.token" not in text


def test_findings_fail_the_job_as_annotations_with_a_summary(job, repository):
    repository.add("biology", "complete-latex")
    run = job()
    assert run.run() == 1
    assert re.search(r"^::error file=biology/main\.tex,line=9,", run.output, re.MULTILINE), run.output
    assert "complete-latex" not in run.output
    assert "GPT-4" in run.summary.read_text()
    report = json.loads((run.temporary / "colophon.sarif").read_text())
    assert report["version"] == "2.1.0" and report["runs"][0]["results"]
    assert str(repository.folder) not in run.output + (run.temporary / "colophon.sarif").read_text()
    assert run.context["steps.lint.outputs.status"] == "1" and run.uploads == []
    declared = {name: run.value(output["value"]) for name, output in ACTION["outputs"].items()}
    assert declared["status"] == "1" and declared["sarif"].endswith("colophon.sarif")
    assert "GPT-4" in pathlib.Path(declared["summary"]).read_text()


def test_a_complete_manuscript_passes(job, repository):
    repository.add("complete-markdown")
    run = job()
    assert run.run() == 0 and "::error" not in run.output


def test_arguments_and_paths_are_lines(job, repository):
    repository.add("biology")
    repository.write("my paper/main text.md", "# Methods\n\nWe prompted GPT-4 to label each abstract.\n")
    repository.write("$(touch broken)/a.md", "# Methods\n\nWe counted birds.\n")
    run = job(
        paths="  my paper/main text.md\n\n$(touch broken)/a.md\n", arguments="--fail-on=never\n--ignore\nprompting\n")
    assert run.run() == 0
    assert "which-weights" in run.output and "prompting" not in run.output and "biology" not in run.output
    assert not (repository.folder / "broken").exists()


def test_what_cannot_be_read_is_status_2(job, repository):
    run = job(paths="gone.tex")
    assert run.run() == 2 and "gone.tex" in run.output


def test_findings_are_sent_only_where_they_may_be(job, repository):
    repository.add("biology")
    assert job().run() == 1
    own = job(OWN, upload_sarif="true", arguments="--fail-on=never")
    assert own.run() == 0 and len(own.uploads) == 1
    push = job(upload_sarif="true", arguments="--fail-on=never")
    assert push.run() == 0 and len(push.uploads) == 1
    fork = job(FORK, upload_sarif="true", arguments="--fail-on=never")
    assert fork.run() == 0 and fork.uploads == []
    assert "::notice::A pull request from a fork" in fork.output and "GPT-4" in fork.summary.read_text()
    [upload] = [step for step in ACTION["runs"]["steps"] if "uses" in step]
    assert upload["continue-on-error"] is True


def download(job, server, **inputs):
    need("curl")
    context = {"github.server_url": server[0], "github.action_repository": "group/colophon"}
    return job(context, executable="", **inputs)


def test_the_release_is_downloaded_and_checked(job, repository, server, version):
    assert ACTION["inputs"]["version"]["default"] == version
    repository.add("complete-latex")
    run = download(job, server)
    assert run.run() == 0, run.output
    checksum = hashlib.sha256((DIST / ARCHIVE).read_bytes()).hexdigest()
    assert download(job, server, sha256=checksum).run() == 0
    assert download(job, server, repository="group/colophon").run() == 0


def test_a_release_that_was_changed_is_refused(job, repository, server):
    repository.add("complete-latex")
    run = download(job, server, sha256="0" * 64)
    assert run.run() == 2 and "does not have the checksum" in run.output
    (server[1] / ARCHIVE).write_bytes(b"changed")
    run = download(job, server)
    assert run.run() == 2 and "does not have the checksum" in run.output
    (server[1] / "SHA256SUMS").write_text("")
    assert download(job, server).run() == 2


def test_a_release_that_is_not_there_is_said(job, repository, server):
    run = download(job, server, version="9.9.9")
    assert run.run() == 2 and "::error::Release v9.9.9 of Colophon could not be downloaded" in run.output
    run = job({"github.server_url": server[0]}, executable="")
    assert run.run() == 2 and "Say with 'repository' or 'executable'" in run.output
