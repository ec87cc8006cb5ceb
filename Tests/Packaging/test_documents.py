"""What docs/ says of packages: names, inputs and commands are those of the files and of the program."""

import re
import zipfile

import yaml
from check_jsonschema.builtin_schemas import get_builtin_schema
from conftest import EXECUTABLE, FIXTURES, ROOT, need, run, tool
from jsonschema.validators import validator_for
from ruamel.yaml import YAML


def test_wheels_are_named_as_they_are_made(wheel):
    text = (ROOT / "docs/ci.md").read_text()
    assert {name.rsplit("/", 1)[1] for name in re.findall(r"\S+\.whl", text)} == {wheel.name}


def test_the_inputs_of_the_action_are_those_in_the_document():
    text = (ROOT / "docs/ci.md").read_text()
    table = text[text.index("| input |"):].split("\n\n")[0].splitlines()[2:]
    named = [name for row in table for name in re.findall(r"`([a-z0-9-]+)`", row.split("|")[1])]
    assert sorted(named) == sorted(yaml.safe_load((ROOT / "action.yml").read_text())["inputs"])


def problems(schema, text):
    """What is wrong with a file by the schema of the service that reads it; those come with check-jsonschema."""
    schema = get_builtin_schema(f"vendor.{schema}")
    content = YAML(typ="safe", pure=True).load(text)
    return [error.message for error in validator_for(schema)(schema).iter_errors(content)]


def test_the_services_files_fit_the_services_schemas():
    action = (ROOT / "action.yml").read_text()
    assert problems("github-actions", action) == []
    assert problems("gitlab-ci", (ROOT / "packaging/gitlab-ci.yml").read_text()) == []
    run(tool("pre-commit"), "validate-manifest", ROOT / ".pre-commit-hooks.yaml")
    assert problems("github-actions", action.replace("using: composite", "using: composites")) != []


def test_the_examples_fit_the_services_schemas(tmp_path):
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs/ci.md").read_text(), re.DOTALL)
    kinds = []
    for index, block in enumerate(blocks):
        names = yaml.safe_load(block)
        if "repos" in names:
            path = tmp_path / f"{index}.yaml"
            path.write_text(block)
            run(tool("pre-commit"), "validate-config", path)
        elif "include" in names or "script" in block:
            assert problems("gitlab-ci", block) == [], block
        else:
            # A part of a job is checked within one.
            head = "" if "jobs" in names else "on: push\njobs:\n  colophon:\n    runs-on: ubuntu-latest\n"
            assert problems("github-workflows", head + block) == [], block
        kinds.append(next(iter(names)))
    assert kinds.count("repos") >= 2 and {"name", "permissions", "include"} <= set(kinds)


def test_what_init_writes_fits_the_services_schemas(tmp_path):
    for ci, schema, name in (("github", "github-workflows", ".github/workflows/colophon.yml"),
                             ("gitlab", "gitlab-ci", ".gitlab-ci.yml")):
        run(EXECUTABLE, "init", "--ci", ci, cwd=tmp_path)
        assert problems(schema, (tmp_path / name).read_text()) == []
    run(EXECUTABLE, "init", "--ci", "pre-commit", cwd=tmp_path)
    run(tool("pre-commit"), "validate-config", tmp_path / ".pre-commit-config.yaml")
    [written] = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text())["repos"][0]["hooks"]
    [handed] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    handed.pop("description")
    assert written == handed


def test_a_project_downloaded_from_overleaf_is_read(tmp_path):
    """The commands of docs/overleaf.md, on an archive that has the project's files at its top."""
    project = FIXTURES / "biology"
    with zipfile.ZipFile(tmp_path / "paper.zip", "w") as archive:
        for path in sorted(project.rglob("*")):
            archive.write(path, path.relative_to(project))
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/colophon").symlink_to(EXECUTABLE)
    commands, check, *_ = re.findall(r"```sh\n(.*?)```", (ROOT / "docs/overleaf.md").read_text(), re.DOTALL)
    need("unzip")
    environment = {"PATH": f"{tmp_path}/bin:/usr/local/bin:/usr/bin:/bin"}
    said = run("bash", "-c", commands, status=1, cwd=tmp_path, env=environment)
    assert "paper/main.tex:9:" in said and "in 4 files of 1 manuscript" in said
    assert "error[prompting]" in run("bash", "-c", check, status=1, cwd=tmp_path, env=environment)
