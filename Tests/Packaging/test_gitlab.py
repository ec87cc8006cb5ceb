"""The script of packaging/gitlab-ci.yml, run as GitLab's runner does: one shell for all lines."""

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import yaml
from conftest import ROOT

TEMPLATE = yaml.safe_load((ROOT / "packaging/gitlab-ci.yml").read_text())


def run_job(repository, **variables):
    """The status, the output and the code-quality report of the job, where it wrote one."""
    job = TEMPLATE["colophon"]
    environment = {
        "PATH": f"{os.path.dirname(sys.executable)}:/usr/local/bin:/usr/bin:/bin",
        "HOME": str(repository.folder.parent), "LC_ALL": "C.UTF-8", "CI": "true",
        "CI_PROJECT_DIR": str(repository.folder),
        **{name: str(value) for name, value in TEMPLATE["variables"].items()}, **variables}
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", "\n".join(job["script"])], cwd=repository.folder, env=environment,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120)
    report = repository.folder / job["artifacts"]["reports"]["codequality"]
    return done.returncode, done.stdout, json.loads(report.read_text()) if report.exists() else None


def test_findings_fail_the_job_and_are_in_its_reports(repository, wheel):
    repository.add("biology", "complete-latex")
    status, output, report = run_job(repository, COLOPHON_WHEEL=wheel.as_uri())
    assert status == 1, output
    assert "error[prompting]" in output
    assert {issue["location"]["path"] for issue in report} >= {"biology/main.tex"}
    assert all(not issue["location"]["path"].startswith("/") and issue["fingerprint"] for issue in report)
    junit = repository.folder / TEMPLATE["colophon"]["artifacts"]["reports"]["junit"]
    assert ElementTree.parse(junit).getroot().tag == "testsuites"
    assert TEMPLATE["colophon"]["artifacts"]["when"] == "always"


def test_paths_and_arguments_are_words(repository, wheel):
    repository.add("biology", "ecology")
    status, output, report = run_job(
        repository, COLOPHON_WHEEL=str(wheel), COLOPHON_PATHS="ecology bio*", COLOPHON_ARGUMENTS="--fail-on never")
    assert status == 0, output
    assert {issue["location"]["path"].split("/")[0] for issue in report} == {"ecology", "biology"}


def test_without_an_address_the_job_says_what_is_missing(repository):
    status, output, report = run_job(repository)
    assert (status, report) == (2, None) and "Set COLOPHON_WHEEL" in output


def test_the_checksum_behind_the_address_is_checked(repository, wheel):
    repository.add("complete-latex")
    status, output, _ = run_job(repository, COLOPHON_WHEEL=f"{wheel.as_uri()}#sha256={'0' * 64}")
    assert status == 1 and "HASHES" in output.upper()
