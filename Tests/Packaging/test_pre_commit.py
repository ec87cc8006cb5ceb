"""The hook in the real pre-commit, on commits to a repository that is thrown away."""

import re
import shutil

import pytest
import yaml
from conftest import EXECUTABLE, ROOT, run, tool

QUESTION = "# Methods\n\nWe prompted GPT-4 to label each abstract.\n"
ANSWER = "# Methods\n\nWe counted birds.\n"


def snippet(name):
    """The example of a .pre-commit-config.yaml in docs/ci.md that has a word."""
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs/ci.md").read_text(), re.DOTALL)
    [text] = [block for block in blocks if "repos:" in block and name in block]
    return yaml.safe_load(text)


@pytest.fixture
def hooked(repository, tmp_path):
    """A repository in which pre-commit runs the hook of this project's file, with `colophon` on the path."""
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks)
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "Hooks"], ["tag", "v0.1.0"]):
        repository.git("-C", str(hooks), *command)
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "colophon").symlink_to(EXECUTABLE)
    repository.environment["PATH"] = f"{programs}:{repository.environment['PATH']}"
    settings = snippet("OWNER/colophon")
    settings["repos"][0]["repo"] = str(hooks)
    return start(repository, tmp_path, settings)


def start(repository, tmp_path, settings):
    repository.environment["PRE_COMMIT_HOME"] = str(tmp_path / "pre-commit")
    repository.environment["PATH"] = f"{tool('x').parent}:{repository.environment['PATH']}"
    repository.write(".pre-commit-config.yaml", yaml.safe_dump(settings))
    repository.git("add", ".pre-commit-config.yaml")
    repository.git("commit", "--quiet", "-m", "Settings")
    run(tool("pre-commit"), "install", cwd=repository.folder, env=repository.environment)
    return repository


def commit(repository, *names, status=0):
    repository.git("add", *names)
    return repository.git("commit", "-m", "Change", status=status)


def test_a_complete_manuscript_is_committed(hooked):
    hooked.add("complete-latex")
    assert re.search(r"colophon\.+Passed", commit(hooked, "complete-latex"))


def test_a_manuscript_with_gaps_is_not(hooked):
    hooked.add("biology")
    said = commit(hooked, "biology", status=1)
    assert re.search(r"colophon\.+Failed", said) and "exit code: 1" in said
    assert "--> biology/main.tex:9:" in said
    assert "biology" not in hooked.git("ls-tree", "--name-only", "HEAD")


def test_several_files_of_one_manuscript_are_linted_once(hooked):
    hooked.add("biology")
    said = commit(hooked, "biology", status=1)
    assert said.count("error[prompting]") == 1
    assert said.count(" of 1 manuscript\n") == 1


def test_a_chapter_stands_for_its_manuscript(hooked):
    """A chapter alone would be asked for what other chapters say."""
    hooked.add("biology")
    hooked.git("add", ".")
    hooked.git("commit", "--quiet", "--no-verify", "-m", "As it was")
    path = hooked.folder / "biology/sections/results.tex"
    path.write_text(path.read_text() + "\n")
    said = commit(hooked, "biology/sections/results.tex", status=1)
    assert "biology/main.tex" in said and "in 4 files of 1 manuscript" in said
    path = hooked.folder / "biology/references.bib"
    path.write_text(path.read_text() + "\n")
    assert "in 4 files of 1 manuscript" in commit(hooked, "biology/references.bib", status=1)


def test_excludes_hold_for_the_files_that_the_hook_names(hooked):
    hooked.write("first/paper.md", QUESTION)
    commit(hooked, "first/paper.md", status=1)
    hooked.write("colophon.toml", 'exclude = ["first/**"]\n')
    commit(hooked, "first/paper.md", "colophon.toml")


def test_files_that_belong_to_no_manuscript_are_passed_over(hooked):
    hooked.write("README.md", QUESTION)
    hooked.write("train.py", "print('GPT-4')\n")
    hooked.write("paper.md", ANSWER)
    assert re.search(r"colophon\.+Passed", commit(hooked, "."))


def test_broken_settings_are_said(hooked):
    hooked.write("paper.md", ANSWER)
    hooked.write("colophon.toml", "profil = 'science'\n")
    said = commit(hooked, ".", status=1)
    assert "exit code: 2" in said and "colophon.toml:1:1: unknown key 'profil'" in said


def test_arguments_of_the_hook_reach_the_program(hooked):
    settings = yaml.safe_load((hooked.folder / ".pre-commit-config.yaml").read_text())
    settings["repos"][0]["hooks"][0]["args"] = ["--fail-on", "never"]
    hooked.write(".pre-commit-config.yaml", yaml.safe_dump(settings))
    hooked.add("biology")
    assert re.search(r"colophon\.+Passed", commit(hooked, "."))


def test_pre_commit_can_install_the_wheel_itself(repository, tmp_path, wheel):
    """Neither Swift nor a program on the path: the example with the wheel's address is all there is."""
    settings = snippet("additional_dependencies")
    [hook] = settings["repos"][0]["hooks"]
    [dependency] = hook["additional_dependencies"]
    name, address = dependency.split(" @ ")
    assert address.rsplit("/", 1)[1].split("#")[0] == wheel.name
    hook["additional_dependencies"] = [f"{name} @ {wheel.as_uri()}"]
    hooked = start(repository, tmp_path, settings)
    assert shutil.which("colophon", path=hooked.environment["PATH"]) is None
    hooked.add("biology")
    assert "error[prompting]" in commit(hooked, "biology", status=1)
    hooked.write("paper.md", ANSWER)
    hooked.git("reset", "--quiet", "biology")
    commit(hooked, "paper.md")
