"""What `make dist` hands out: complete, checked, the same twice, and running where nothing else is installed."""

import json
import os
import shutil
import subprocess
import tarfile

import pytest
from conftest import DIST, EXECUTABLE, FIXTURES, ROOT, need, run
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

CLEAN = FIXTURES / "complete-markdown/paper.md"


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(DIST / "colophon-linux-x86_64.tar.gz") as archive:
        archive.extractall(folder, filter="data")
    return folder


def test_the_same_executable_gives_the_same_bytes(tmp_path):
    copy = tmp_path / "elsewhere/copy"
    copy.parent.mkdir()
    shutil.copy(EXECUTABLE, copy)
    moment = run("git", "log", "-1", "--format=%ct", cwd=ROOT).strip()
    environment = {**os.environ, "TZ": "Asia/Kathmandu", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    environment.setdefault("SOURCE_DATE_EPOCH", moment)
    run("bash", "-c", 'umask 077; exec "$@"', "-", ROOT / "packaging/dist.py", copy, tmp_path / "dist",
        cwd=tmp_path, env=environment)
    names = sorted(path.name for path in DIST.iterdir())
    assert names == sorted(path.name for path in (tmp_path / "dist").iterdir())
    for name in names:
        assert (DIST / name).read_bytes() == (tmp_path / "dist" / name).read_bytes(), name


def test_checksums_cover_all():
    said = run("sha256sum", "--check", "--strict", "SHA256SUMS", cwd=DIST)
    assert sorted(line.split(":")[0] for line in said.splitlines()) == sorted(
        path.name for path in DIST.iterdir() if path.name != "SHA256SUMS")


def test_an_executable_that_is_not_static_is_refused(tmp_path):
    said = run(ROOT / "packaging/dist.py", "/usr/bin/env", tmp_path, status=1,
               env={**os.environ, "SOURCE_DATE_EPOCH": "1"})
    assert "is not static" in said


def test_a_stripped_executable_is_refused(tmp_path, unpacked):
    said = run(ROOT / "packaging/dist.py", unpacked / "bin/colophon", tmp_path / "dist", status=1,
               env={**os.environ, "SOURCE_DATE_EPOCH": "1"})
    assert "no symbols" in said or "it is stripped" in said
    assert not (tmp_path / "dist").exists()


def test_what_is_linked_under_an_unknown_licence_is_refused(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "packaging")
    import components
    with monkeypatch.context() as patch, pytest.raises(components.PackagingError, match="licence 'swift-log' is"):
        patch.delitem(components.PACKAGES, "swift-log")
        components.components(EXECUTABLE)
    monkeypatch.setattr(components, "DEBIAN", [row for row in components.DEBIAN if row[0] != "zlib"])
    with pytest.raises(components.PackagingError, match="licence 'zlib1g-dev' is"):
        components.components(EXECUTABLE)


def test_the_archive_holds_program_documents_and_licences(unpacked):
    files = sorted(str(path.relative_to(unpacked)) for path in unpacked.rglob("*") if path.is_file())
    assert files == [
        "bin/colophon", "share/bash-completion/completions/colophon", "share/doc/colophon/LICENSE",
        "share/doc/colophon/NOTICE", "share/doc/colophon/THIRD-PARTY-LICENCES.txt",
        "share/doc/colophon/colophon.cdx.json", "share/fish/vendor_completions.d/colophon.fish",
        "share/man/man1/colophon.1", "share/zsh/site-functions/_colophon"]
    texts = (unpacked / "share/doc/colophon/THIRD-PARTY-LICENCES.txt").read_text()
    for words in ("Mark Gillard", "Runtime Library Exception", "John MacFarlane", "UNICODE LICENSE V3",
                  "GNU Lesser General Public", "GCC RUNTIME LIBRARY EXCEPTION"):
        assert words in texts, words


def test_the_program_runs_in_an_empty_system(tmp_path, unpacked):
    """No library, no shell, no locale: only /proc, where Swift's runtime looks for its own path."""
    if subprocess.run(["unshare", "--mount", "mount", "--bind", "/proc", "/mnt"], capture_output=True).returncode != 0:
        pytest.skip("whoever runs this may not mount anything")
    root = tmp_path / "root"
    (root / "proc").mkdir(parents=True)
    shutil.copy(unpacked / "bin/colophon", root / "colophon")
    shutil.copy(CLEAN, root / "paper.md")
    shutil.copy(CLEAN.parent / "references.bib", root)
    script = 'mount --bind /proc "$0/proc" && chroot "$0" /colophon lint /paper.md'
    assert "in 2 files of 1 manuscript" in run("unshare", "--mount", "bash", "-c", script, root)


def test_the_program_runs_on_the_first_processors_of_its_kind(unpacked):
    need("qemu-user")
    assert "of 1 manuscript" in run("qemu-x86_64", "-cpu", "qemu64", unpacked / "bin/colophon", "lint", CLEAN)


def test_the_bill_of_materials_is_valid_and_whole(version):
    text = (DIST / "colophon.cdx.json").read_text()
    errors = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    assert errors is None, errors
    bill = json.loads(text)
    assert bill["metadata"]["component"]["version"] == version
    listed = {part["name"]: part for part in bill["components"]}
    assert len(listed) == len(bill["components"])
    for pin in json.loads((ROOT / "Package.resolved").read_text())["pins"]:
        part = listed[pin["identity"]]
        assert part["version"] == pin["state"]["version"]
        assert part["properties"][0]["value"] == pin["state"]["revision"]
    assert {"cmark", "zlib", "swift", "swift-foundation", "swift-foundation-icu", "glibc", "tomlplusplus"} < set(listed)
    assert listed["swift"]["version"] in run("swiftc", "--version")
    known = {part["bom-ref"] for part in bill["components"]} | {bill["metadata"]["component"]["bom-ref"]}
    assert {ref for entry in bill["dependencies"] for ref in [entry["ref"], *entry["dependsOn"]]} <= known


def test_a_bill_that_breaks_the_schema_is_found():
    bill = json.loads((DIST / "colophon.cdx.json").read_text())
    bill["components"][0].pop("name")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(bill)) is not None


def test_the_bill_names_the_program_that_is_handed_out(unpacked):
    bill = json.loads((DIST / "colophon.cdx.json").read_text())
    [stated] = bill["metadata"]["component"]["hashes"]
    assert run("sha256sum", unpacked / "bin/colophon").split()[0] == stated["content"]
