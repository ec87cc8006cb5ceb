"""What the executable is made of: every part that the linker puts into it, with its version, licence and licence text.

A part is found by a symbol that it leaves in an executable that is not stripped; a part that leaves none ends the run,
and so does a Swift package or a system library that is not known here, so that the list cannot fall behind unseen.
"""

import dataclasses
import json
import os
import pathlib
import re
import subprocess
from urllib.parse import quote

ROOT = pathlib.Path(__file__).resolve().parents[1]


class PackagingError(Exception):
    """Something that a package cannot be made without, in a sentence."""


@dataclasses.dataclass(frozen=True)
class Component:
    name: str
    version: str
    licence: str
    """An SPDX expression."""
    address: str
    """A package URL, without what is not known."""
    text: str
    """The licence as its owner wrote it."""
    kind: str = "library"
    revision: str = ""


# Identity of a Swift package in Package.resolved: its licence, and a symbol of it.
PACKAGES = {
    "swift-argument-parser": ("Apache-2.0 WITH Swift-exception", "$s14ArgumentParser"),
    "swift-log": ("Apache-2.0", "$s7Logging"),
    "tomlkit": ("MIT", "$s7TOMLKit"),
}

# Parts of Swift's toolchain, all of its version: name, licence, symbol.
TOOLCHAIN = (
    ("swift", "Apache-2.0 WITH Swift-exception", "swift_retain"),
    ("swift-corelibs-libdispatch", "Apache-2.0 WITH Swift-exception", "dispatch_async"),
    ("swift-corelibs-foundation", "Apache-2.0 WITH Swift-exception", "CFStringCreate"),
    ("swift-foundation", "Apache-2.0 WITH Swift-exception", "$s20FoundationEssentials"),
    ("swift-foundation-icu", "Unicode-3.0", "icudt"),
)

# Debian packages whose static libraries are linked: source, package, licence, symbol.
DEBIAN = (
    ("cmark", "libcmark-dev", "BSD-2-Clause AND MIT", "cmark_parser_new"),
    ("zlib", "zlib1g-dev", "Zlib", "inflateInit2_"),
    ("glibc", "libc6-dev", "LGPL-2.1-or-later", "__libc_start_main"),
)
GCC_LICENCE = "GPL-3.0-or-later WITH GCC-exception-3.1"


def run(*command):
    try:
        return subprocess.run(command, capture_output=True, check=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError) as error:
        raise PackagingError(f"cannot run '{' '.join(command)}': {getattr(error, 'stderr', None) or error}") from error


def read(path):
    try:
        return pathlib.Path(path).read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise PackagingError(f"cannot read '{path}': {error.strerror}") from error


def swift_packages():
    checkouts = ROOT / ".build/checkouts"
    for pin in sorted(json.loads(read(ROOT / "Package.resolved"))["pins"], key=lambda pin: pin["identity"]):
        identity, state = pin["identity"], pin["state"]
        if identity not in PACKAGES:
            raise PackagingError(f"say in {__file__} under which licence '{identity}' is")
        location = pin["location"].removesuffix(".git")
        [text] = (checkouts / location.rsplit("/", 1)[1]).glob("LICENSE*")
        licence, symbol = PACKAGES[identity]
        yield symbol, Component(
            identity, state["version"], licence, f"pkg:swift/{location.split('://')[1]}@{state['version']}", read(text),
            revision=state["revision"])


def bundled_toml():
    """The C++ library that TOMLKit carries; its licence stands at the head of its one file."""
    source = read(ROOT / ".build/checkouts/TOMLKit/Sources/CTOML/Sources/toml.hpp")
    version = ".".join(re.search(rf"TOML_LIB_{part} (\d+)", source)[1] for part in ("MAJOR", "MINOR", "PATCH"))
    head = re.search(r"^// MIT License\n(?://.*\n)+|^// Copyright.*\n(?://.*\n)+", source, re.MULTILINE)[0]
    text = "\n".join(line.removeprefix("//").removeprefix(" ") for line in head.splitlines()) + "\n"
    return "_ZN4toml", Component("tomlplusplus", version, "MIT", f"pkg:github/marzer/tomlplusplus@v{version}", text)


def toolchain():
    target = json.loads(run("swiftc", "-print-target-info", "-static-stdlib"))
    version = re.search(r"Swift version (\S+)", target["compilerVersion"])[1]
    text = read(pathlib.Path(target["paths"]["runtimeResourcePath"]).parents[1] / "share/swift/LICENSE.txt")
    # The toolchain ships no licence of ICU; this is the text that Node.js hands out with the same library.
    icu = read(ROOT / "packaging/licences/icu.txt")
    for name, licence, symbol in TOOLCHAIN:
        address = f"pkg:github/swiftlang/{name}@swift-{version}-RELEASE"
        yield symbol, Component(
            name, version, licence, address, icu if licence == "Unicode-3.0" else text,
            kind="platform" if name == "swift" else "library")


def debian(executable):
    known = {package for _, package, _, _ in DEBIAN}
    for package in re.findall(r'\.apt\(\["([^"]+)"', read(ROOT / "Package.swift")):
        if package not in known:
            raise PackagingError(f"say in {__file__} under which licence '{package}' is")
    system = dict(line.split("=", 1) for line in read("/etc/os-release").splitlines() if "=" in line)["ID"].strip('"')
    for source, package, licence, symbol in DEBIAN:
        version = run("dpkg-query", "--show", "--showformat=${Version}", package)
        yield symbol, Component(
            source, version, licence, f"pkg:deb/{system}/{source}@{quote(version)}",
            read(f"/usr/share/doc/{package}/copyright"))
    # Which of GCC's libraries were linked is written into the executable by its start files.
    found = re.search(rb"GCC: \((?:Debian|Ubuntu) ([^)]+)\) (\d+)", pathlib.Path(executable).read_bytes())
    if not found:
        raise PackagingError(f"'{executable}' does not say which GCC its start files come from")
    version, major = (part.decode() for part in found.groups())
    yield "_ZSt9terminatev", Component(
        f"gcc-{major}", version, GCC_LICENCE, f"pkg:deb/{system}/gcc-{major}@{quote(version)}",
        read(f"/usr/share/doc/libstdc++-{major}-dev/copyright"))


def components(executable):
    """All parts of an executable that is not stripped, in the order of their names."""
    symbols = run("nm", os.fspath(executable))
    parts = [*swift_packages(), bundled_toml(), *toolchain(), *debian(executable)]
    for symbol, component in parts:
        if symbol not in symbols:
            raise PackagingError(f"'{executable}' shows no {component.name}: it is stripped or linked otherwise")
    return sorted((component for _, component in parts), key=lambda component: component.name)


def licence_texts(parts):
    """One text with every licence; those that several parts share stand once."""
    grouped = {}
    for part in parts:
        grouped.setdefault(part.text.strip(), []).append(part)
    rule = "=" * 80
    blocks = ["Colophon's executable holds the following parts, each under its own licence.\n"]
    for text, owners in grouped.items():
        heads = "\n".join(f"{owner.name} {owner.version}: {owner.licence}" for owner in owners)
        blocks.append(f"{rule}\n{heads}\n{rule}\n\n{text}\n")
    return "\n".join(blocks)
