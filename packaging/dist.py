#!/usr/bin/env python3
"""Makes what is handed out from a built executable: an archive, a wheel, a bill of materials and checksums.

usage: dist.py EXECUTABLE FOLDER

EXECUTABLE is static and not stripped. All times are SOURCE_DATE_EPOCH: the same executable gives the same bytes.
Python standard library only; needs strip and nm, and the packages and the toolchain that it was linked from.
"""

import datetime
import gzip
import hashlib
import io
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tempfile

import sbom
import wheel
from components import ROOT, PackagingError, components, licence_texts, read, run
from shared import shared

ARCHIVE = "colophon-linux-x86_64.tar.gz"

# Kinds of program headers in an ELF file.
PT_DYNAMIC, PT_INTERP = 2, 3


def check_static(executable):
    """An executable that asks for a loader or a library would not run where the names of the packages say."""
    content = executable.read_bytes()
    if content[:6] != b"\x7fELF\x02\x01" or int.from_bytes(content[18:20], "little") != 62:
        raise PackagingError(f"'{executable}' is no executable for x86-64 Linux")
    start, size, count = (int.from_bytes(content[a:b], "little") for a, b in ((32, 40), (54, 56), (56, 58)))
    kinds = {int.from_bytes(content[start + i * size:start + i * size + 4], "little") for i in range(count)}
    if kinds & {PT_DYNAMIC, PT_INTERP}:
        raise PackagingError(f"'{executable}' is not static; build it with -static-executable")


def stripped(executable):
    """The executable's bytes without what only a debugger reads: 66 MB of 95."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "colophon"
        shutil.copy(executable, copy)
        run("strip", "--strip-all", os.fspath(copy))
        return copy.read_bytes()


def tar(files, moment):
    """A compressed archive; files are contents by path, those in `bin/` can be run."""
    target = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=target, mtime=moment) as zipped:
        with tarfile.open(fileobj=zipped, mode="w", format=tarfile.USTAR_FORMAT) as archive:
            for path, content in sorted(files.items()):
                entry = tarfile.TarInfo(path)
                entry.size, entry.mtime = len(content), moment
                entry.mode = 0o755 if path.startswith("bin/") else 0o644
                archive.addfile(entry, io.BytesIO(content))
    return target.getvalue()


def make(executable, folder):
    executable, folder = pathlib.Path(executable).resolve(), pathlib.Path(folder)
    check_static(executable)
    if not os.environ.get("SOURCE_DATE_EPOCH", "").isdecimal():
        raise PackagingError("SOURCE_DATE_EPOCH must say when the source was last changed, in seconds since 1970")
    moment = int(os.environ["SOURCE_DATE_EPOCH"])
    version = run(executable, "--version")
    parts = components(executable)
    program = stripped(executable)
    made = datetime.datetime.fromtimestamp(moment, datetime.timezone.utc)
    bill = sbom.bill(version, program, parts, made).encode()
    licences = {name: (ROOT / name).read_bytes() for name in ("LICENSE", "NOTICE")}
    licences["THIRD-PARTY-LICENCES.txt"] = licence_texts(parts).encode()
    below = shared(executable)
    description = read(ROOT / "packaging/description.md")
    documents = {f"share/doc/colophon/{name}": content for name, content in licences.items()}
    documents["share/doc/colophon/colophon.cdx.json"] = bill
    products = {
        ARCHIVE: tar({"bin/colophon": program, **documents, **below}, moment),
        wheel.file_name(version): wheel.archive(version, program, below, licences, bill, description, moment),
        "colophon.cdx.json": bill,
    }
    products["SHA256SUMS"] = "".join(
        f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(products.items())).encode()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in products.items():
        (folder / name).write_bytes(content)
        print(f"{folder / name}  {len(content):,} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__.split("\n\n")[1])
    try:
        make(*sys.argv[1:])
    except (PackagingError, OSError, subprocess.CalledProcessError) as error:
        sys.exit(f"dist.py: {error}")
