"""What docs/ says of packages: names, inputs and commands are those of the files and of the program."""

import re
import shutil
import zipfile

import yaml
from conftest import EXECUTABLE, FIXTURES, ROOT, run


def test_wheels_are_named_as_they_are_made(wheel):
    text = (ROOT / "docs/ci.md").read_text()
    assert {name.rsplit("/", 1)[1] for name in re.findall(r"\S+\.whl", text)} == {wheel.name}


def test_the_inputs_of_the_action_are_those_in_the_document():
    text = (ROOT / "docs/ci.md").read_text()
    table = text[text.index("| input |"):].split("\n\n")[0].splitlines()[2:]
    named = [name for row in table for name in re.findall(r"`([a-z0-9-]+)`", row.split("|")[1])]
    assert sorted(named) == sorted(yaml.safe_load((ROOT / "action.yml").read_text())["inputs"])


def test_the_examples_are_yaml_and_name_jobs_that_exist():
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs/ci.md").read_text(), re.DOTALL)
    assert len(blocks) == 5
    assert all(yaml.safe_load(block) for block in blocks)


def test_a_project_downloaded_from_overleaf_is_read(tmp_path):
    """The commands of docs/overleaf.md, on an archive that has the project's files at its top."""
    project = FIXTURES / "biology"
    with zipfile.ZipFile(tmp_path / "paper.zip", "w") as archive:
        for path in sorted(project.rglob("*")):
            archive.write(path, path.relative_to(project))
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/colophon").symlink_to(EXECUTABLE)
    commands = re.findall(r"```sh\n(.*?)```", (ROOT / "docs/overleaf.md").read_text(), re.DOTALL)[0]
    assert "unzip" in commands
    unpacked = commands
    if not shutil.which("unzip"):
        unpacked = commands.replace("unzip -q paper.zip -d paper", "python3 -m zipfile -e paper.zip paper")
    said = run("bash", "-c", unpacked, status=1, cwd=tmp_path,
               env={"PATH": f"{tmp_path}/bin:/usr/local/bin:/usr/bin:/bin"})
    assert "paper/main.tex:9:" in said and "in 4 files of 1 manuscript" in said
