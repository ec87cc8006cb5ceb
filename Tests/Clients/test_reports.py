"""Reports of `colophon lint` as the programs that take them read them: against their schemas, column by column."""

import json
import os
import pathlib
import re
import subprocess
import urllib.parse

import jsonschema
import pytest
from conftest import REPOSITORY, SERVER
from lxml import etree

SCHEMAS = pathlib.Path(__file__).parent / "schemas"
FIXTURES = REPOSITORY / "Tests/Fixtures/manuscripts"

# Signs that some unit counts otherwise: 4 bytes and 2 UTF-16 units, 3 bytes, a combining mark, and a tab.
BEFORE = "\t😀 数据 é e\u0301 "
SENTENCE = f"{BEFORE}We prompted GPT-4 to label [TODO: \"n\" <&> of @all 100%] abstracts.\u0001\n"
FILES = {
    "a b,ü/mañ:a%n.md": "# Methods\n\n" + SENTENCE,
    "latex/main.tex": "\\documentclass{article}\r\n\\begin{document}\r\n\\section{Methods}\r\n"
    + SENTENCE.replace("%", "\\%").replace("&", "\\&").replace("\n", "\r\n")
    + "\\input{missing}\r\n\\end{document}\r\n",
    "latex/colophon.toml": "",
    "names/colophon.toml": "extra-models = [{ name = \"Foo<&|`@x\\\\\", aliases = [\"FooNet\"] }]\n",
    "names/paper.md": "# Methods\n\nWe fine-tuned FooNet on our data.\n\nWe prompted GPT-4 to label each abstract.\n",
    "silent/paper.md": "# Methods\n\nWe counted birds.\n",
    "twice/paper.md": "# Methods\n\nIt has [TODO: number] items.\n\nIt has [TODO: number] items.\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def lint(folder, *arguments):
    assert SERVER.exists(), f"{SERVER} is not built; run 'make build'"
    done = subprocess.run(
        [SERVER, "lint", *arguments], cwd=folder, capture_output=True, env={"PATH": os.environ["PATH"]})
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def report(folder, name, *paths):
    status, output, _ = lint(folder, "--format", name, *paths)
    assert status in (0, 1, 2)
    assert str(folder) not in output, "a report holds no absolute path"
    return output


def schema(name):
    return json.loads((SCHEMAS / name).read_text())


def validate(kind, text):
    if kind == "junit":
        etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd")).assertValid(etree.fromstring(text.encode()))
        return
    files = {
        "sarif": "sarif-schema-2.1.0.json", "gitlab": "gitlab-code-quality.schema.json", "rdjson": "rdjson.schema.json",
    }
    document = schema(files[kind])
    validator = jsonschema.validators.validator_for(document)
    validator(document, format_checker=validator.FORMAT_CHECKER).validate(json.loads(text))


@pytest.mark.parametrize("kind", ["sarif", "gitlab", "rdjson", "junit"])
@pytest.mark.parametrize(
    "paths", [["."], ["silent"], ["no/such.tex"], [".", "no/such.tex"], [str(FIXTURES)], ["{absolute}"]],
    ids=["hard", "silent", "unread", "partly", "fixtures", "absolute"])
def test_a_report_fits_its_schema(folder, kind, paths):
    validate(kind, report(folder, kind, *[path.replace("{absolute}", str(folder)) for path in paths]))


@pytest.mark.parametrize("kind, broken", [
    ("sarif", '{"version": "2.1.0", "runs": [{}]}'), ("gitlab", '[{"description": "x"}]'),
    ("rdjson", '{"diagnostics": [{"message": "x"}]}'), ("junit", "<testsuites><testsuite/></testsuites>"),
])
def test_a_schema_refuses_what_does_not_fit(kind, broken):
    with pytest.raises((jsonschema.ValidationError, etree.DocumentInvalid)):
        validate(kind, broken)


def text_at(folder, path, line, start, end, unit):
    """What stands in a file between two 1-based columns of a line in a unit: 'utf-8', 'utf-16-le' or characters."""
    text = (folder / path).read_bytes().decode().split("\n")[line - 1]
    if unit is None:
        return text[start - 1 : end - 1]
    size = {"utf-8": 1, "utf-16-le": 2}[unit]
    return text.encode(unit)[(start - 1) * size : (end - 1) * size].decode(unit)


def test_sarif_counts_in_utf16_units(folder):
    run = json.loads(report(folder, "sarif", "."))["runs"][0]
    assert run["columnKind"] == "utf16CodeUnits"
    seen = 0
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        if "which-weights" != result["ruleId"] or "region" not in place:
            continue
        region = place["region"]
        path = urllib.parse.unquote(place["artifactLocation"]["uri"])
        found = text_at(folder, path, region["startLine"], region["startColumn"], region["endColumn"], "utf-16-le")
        assert found in ("GPT-4", "FooNet")
        seen += found == "GPT-4"
    assert seen == 2


def test_sarif_fixes_apply(folder):
    run = json.loads(report(folder, "sarif", "latex"))["runs"][0]
    fixes = [fix for result in run["results"] for fix in result.get("fixes", [])]
    assert fixes
    for fix in fixes:
        for change in fix["artifactChanges"]:
            lines = (folder / urllib.parse.unquote(change["artifactLocation"]["uri"])).read_bytes().decode().split("\n")
            for replacement in change["replacements"]:
                region = replacement["deletedRegion"]
                assert 1 <= region["startLine"] <= len(lines)
                assert region["startColumn"] <= len(lines[region["startLine"] - 1].encode("utf-16-le")) // 2 + 1
                assert replacement["insertedContent"]["text"]


def test_rdjson_counts_in_bytes(folder):
    seen = 0
    for item in json.loads(report(folder, "rdjson", "."))["diagnostics"]:
        if item["code"]["value"] != "which-weights":
            continue
        start, end = item["location"]["range"]["start"], item["location"]["range"]["end"]
        found = text_at(folder, item["location"]["path"], start["line"], start["column"], end["column"], "utf-8")
        assert found in ("GPT-4", "FooNet")
        for suggestion in item.get("suggestions", []):
            lines = (suggestion["range"]["start"]["line"], suggestion["range"]["end"]["line"])
            assert lines == (start["line"], end["line"]), "reviewdog refuses other lines"
        seen += found == "GPT-4"
    assert seen == 2


def test_github_commands_are_escaped(folder):
    output = report(folder, "github", ".")
    commands = [re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line) for line in output.splitlines()]
    assert commands and all(commands)
    seen = 0
    for command in commands:
        properties = dict(pair.split("=", 1) for pair in command[2].split(","))
        for code, sign in (("%0A", "\n"), ("%0D", "\r"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            properties = {key: value.replace(code, sign) for key, value in properties.items()}
        assert (folder / properties["file"]).exists()
        if properties["title"] == "Colophon: which-weights":
            found = text_at(
                folder, properties["file"], int(properties["line"]), int(properties["col"]),
                int(properties["endColumn"]) + 1, "utf-16-le")
            assert found in ("GPT-4", "FooNet")
            seen += found == "GPT-4"
    assert seen == 2


def test_text_and_json_count_in_bytes(folder):
    items = json.loads(report(folder, "json", "."))["manuscripts"]
    for manuscript in items:
        for item in manuscript["diagnostics"]:
            if item["code"] != "which-weights":
                continue
            path = pathlib.Path(manuscript["manuscript"]).parent / item["file"]
            assert text_at(folder, path, item["line"], item["column"], item["endColumn"], "utf-8") in ("GPT-4", "FooNet")
    status, concise, _ = lint(folder, "--format", "concise", "latex")
    assert re.search(r"^latex/main\.tex:4:\d+: hint\[which-weights\]: 'GPT-4'", concise, re.M)


def test_gitlab_fingerprints_are_all_different_and_stay_when_lines_move(folder, tmp_path):
    items = json.loads(report(folder, "gitlab", "."))
    fingerprints = [item["fingerprint"] for item in items]
    assert len(set(fingerprints)) == len(fingerprints) > 5
    (tmp_path / "paper.md").write_text(FILES["names/paper.md"].replace("# Methods\n", "# Methods\n\nBirds sing.\n\n"))
    moved = json.loads(report(tmp_path, "gitlab", "paper.md"))
    (tmp_path / "paper.md").write_text(FILES["names/paper.md"].replace("\n", "\r\n"))
    before = json.loads(report(tmp_path, "gitlab", "paper.md"))
    assert {item["fingerprint"] for item in moved} == {item["fingerprint"] for item in before}
    assert [item["location"] for item in moved] != [item["location"] for item in before]


def test_junit_tells_what_fails_from_what_does_not(folder):
    suites = etree.fromstring(report(folder, "junit", ".", "no/such.tex").encode())
    assert sum(int(suite.get("errors")) for suite in suites) == 1
    for suite in suites:
        for name, element in (("failures", "failure"), ("skipped", "skipped"), ("errors", "error")):
            assert int(suite.get(name)) == len(suite.findall(f"testcase/{element}"))
        assert int(suite.get("tests")) == len(suite.findall("testcase"))


def test_markdown_is_one_comment_that_mentions_nobody(folder):
    output = report(folder, "markdown", ".")
    assert output.startswith("<!-- colophon-report -->\n## Colophon: ")
    assert "@" not in output
    rows = [line for line in output.splitlines() if line.startswith("| ") and "---" not in line]
    assert rows and all(len(re.findall(r"(?<!\\)\|", row)) == 6 for row in rows)
