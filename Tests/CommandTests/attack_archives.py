#!/usr/bin/env python3
"""Makes zip archives that lie, break off or want too much, and says what each came to.

usage: attack_archives.py FOLDER PROGRAM
Runs 'PROGRAM check-submission' on each archive as soon as it is made, and prints a JSON list of what was wanted (exit
code, null for 0 or 2; a part of what is complained of) and what came (exit code, complaints, seconds, greatest memory in MB).
"""
import io, json, os, shutil, struct, subprocess, sys, time, zipfile, zlib

folder, program = sys.argv[1:]
PAPER = b"\\documentclass{article}\n\\begin{document}\n\\section{Methods}\nWe counted birds.\n\\end{document}\n"
GIGABYTE = 1 << 30
cases = []


def deflated(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def deflated_zeros(count):
    packer, block = zlib.compressobj(9, zlib.DEFLATED, -15), bytes(1 << 20)
    return b"".join([packer.compress(block) for _ in range(count >> 20)] + [packer.flush()])


class Entry:
    """One file; every number of both of its records can be set to something untrue."""

    def __init__(self, name, data=b"x\n", packed=None, method=8, **lies):
        self.name = name if isinstance(name, bytes) else name.encode()
        self.packed = packed if packed is not None else deflated(data) if method == 8 else data
        self.size, self.crc, self.method, self.lies = len(data), zlib.crc32(data), method, lies

    def get(self, key, value):
        return self.lies.get(key, value)

    def local(self):
        name = self.get("local_name", self.name)
        return struct.pack("<4s5HLLLHH", b"PK\3\4", 20, self.get("flags", 0), self.get("local_method", self.method), 0, 0,
            self.get("local_crc", self.crc), len(self.packed), self.get("local_size", self.size), len(name), 0) + name + self.packed + self.get("tail", b"")

    def central(self, offset):
        extra = self.get("extra", b"")
        return struct.pack("<4sBB5HLLL5HLL", b"PK\1\2", 20, self.get("system", 3), 20, self.get("flags", 0), self.method, 0, 0,
            self.get("crc", self.crc), self.get("packed_size", len(self.packed)), self.get("size", self.size), len(self.name), len(extra), 0,
            self.get("disk", 0), 0, self.get("attributes", 0o100644 << 16), self.get("offset", offset)) + self.name + extra


def archive(entries, paper=True, count=None, comment=b"", disk=0, shift=0, before_end=b"", end=None):
    entries = ([Entry("main.tex", PAPER)] if paper else []) + entries
    body, directory = b"", b""
    for entry in entries:
        directory += entry.central(len(body))
        body += entry.local()
    total = len(entries) if count is None else count
    end = end or struct.pack("<4s4HLLH", b"PK\5\6", disk, disk, total, total, len(directory), len(body) + shift, len(comment))
    return body + directory + before_end + end + comment


def case(name, data, status, says):
    with open(f"{folder}/{name}.zip", "wb") as file:
        file.write(data)
    check(name, status, says)


def large_case(name, make, status, says):
    """The same with an archive that is made in a process of its own: a program that is started counts the greatest
    memory of the one that starts it as its own."""
    maker = os.fork()
    if maker == 0:
        with open(f"{folder}/{name}.zip", "wb") as file:
            file.write(make())
        os._exit(0)
    os.waitpid(maker, 0)
    check(name, status, says)


def check(name, status, says):
    start = time.monotonic()
    with open(f"{folder}/{name}.zip.err", "w+b") as complaints:
        run = subprocess.Popen([program, "check-submission", f"{folder}/{name}.zip"], stdout=subprocess.DEVNULL, stderr=complaints)
        _, code, usage = os.wait4(run.pid, 0)
        complaints.seek(0)
        text = complaints.read().decode(errors="replace")
    os.remove(f"{folder}/{name}.zip.err")
    cases.append(
        {
            "name": name, "wanted": status, "says": says, "status": os.waitstatus_to_exitcode(code), "complaints": text,
            "seconds": time.monotonic() - start, "megabytes": usage.ru_maxrss / 1024,
        })


def bad(name, entry, says):
    case(name, archive([entry]), 2, says)


def slow(name, file, data):
    """A text that is slow to read: it is read in time, or the check ends in time and says what took too much."""
    large_case(name, lambda: archive([Entry(file, data(), method=0)]), None, "' took ")


case("plain", archive([]), 0, "")
bad("slip", Entry("../evil.tex"), "its name leads out of the archive")
bad("deep-slip", Entry("a/b/../../../evil.tex"), "its name leads out of the archive")
bad("backslash-slip", Entry("..\\..\\evil.tex"), "its name leads out of the archive")
bad("absolute", Entry("/tmp/evil.tex"), "its name is an absolute path")
bad("drive", Entry("C:\\evil.tex"), "its name is an absolute path")
bad("share", Entry("\\\\server\\share\\evil.tex"), "its name is an absolute path")
bad("link", Entry("passwd.tex", b"/etc/passwd", attributes=0o120777 << 16), "'passwd.tex' was not examined: it is a link")
bad("pipe", Entry("pipe.tex", attributes=0o010644 << 16), "it is no regular file")
bad("device-name", Entry("sub/CON.tex"), "'CON.tex' is the name of a device")
bad("trailing-dot", Entry("evil.tex."), "ends with a space or a full stop")
bad("control-characters", Entry(b"a\nb\x1b[31m.tex"), "its name holds control characters")
bad("turned-name", Entry("a\u202exet.png"), "'a\\u{202E}xet.png' was not examined: its name holds control characters")
bad("c1-in-name", Entry("a\u0085b.tex"), "'a\\u{85}b.tex' was not examined: its name holds control characters")
bad("nul-in-name", Entry(b"a.tex\0.png"), "its name holds control characters")
bad("huge-name", Entry("a" * 60_000 + ".tex"), "its name has 60004 bytes")
bad("no-name", Entry(""), "it has no name")
bad("not-utf8", Entry(b"caf\xe9\xff.tex", flags=0x800), "its name is said to be UTF-8 and is not")
case("other-encoding", archive([Entry(b"caf\xe9.tex", b"% nothing\n")]), 0, "")
bad("two-names", Entry("a.tex", local_name=b"b.tex"), "it has two names: before its bytes stands 'b.tex'")
bad("third-name", Entry("a.tex", extra=struct.pack("<HHBL", 0x7075, 10, 1, 0) + b"b.tex"), "it has two names")
case("duplicates", archive([Entry("a.tex", b"one"), Entry("a.tex", b"two")]), 2, "2 files have this name")
case("duplicates-by-path", archive([Entry("a.tex", b"one"), Entry("./a.tex", b"two")]), 2, "2 files have this name")
case("file-and-folder", archive([Entry("a.tex"), Entry("a.tex/b.tex")]), 2, "it is a file and a folder")
case("case", archive([Entry("a.md", b"One."), Entry("A.md", b"Two.")]), 0, "")
zeros = deflated_zeros(GIGABYTE)
bad("bomb", Entry("bomb.tex", packed=zeros, size=GIGABYTE), "times its size")
bad("lying-bomb", Entry("bomb.tex", packed=zeros, size=1_000_000), "it unpacks to more than the archive says")
bad("large-text", Entry("large.tex", bytes(range(32, 127)) * 100_000, method=0), "it is larger than 4 MB")
case("many-bombs", archive([Entry(f"{n}.tex", packed=b"", size=(1 << 32) - 2) for n in range(3)]), 2, "it says that it unpacks to more than 4 GB")
long = b"".join(b"@misc{key%d, title = {On day %d}, year = %d}\n" % (day, day * 7919 % 1000, day) for day in range(40_000))
case("many-texts", archive([Entry(f"{n}.bib", long) for n in range(6)]), 2, "more than 6 MB of text")
kernel = Entry("kernel.tex", packed=deflated_zeros(1 << 24), size=1 << 24)
shared = archive([kernel] + [Entry(f"{n}.tex", packed=b"", size=1 << 24, packed_size=len(kernel.packed), local_name=b"kernel.tex", offset=len(Entry("main.tex", PAPER).local())) for n in range(200)])
case("overlapping", shared, 2, "share bytes, as in archives made to blow up")
case("too-many", archive([Entry(f"{n}.tex", b"", method=0) for n in range(20_000)]), 2, "has 20001 entries, more than are read")
case("too-many-lying", archive([Entry(f"{n}.tex", b"", method=0) for n in range(20_000)], count=3), 2, "it lists more files than it says it has")
case("too-few", archive([], count=5), 2, "it lists fewer files than it says it has")
whole = archive([Entry("b.tex", b"Birds. " * 1000)])
case("cut-in-half", whole[: len(whole) // 2], 2, "is cut off: its list of contents is missing")
case("cut-at-end", whole[:-5], 2, "is cut off: its list of contents is missing")
case("cut-in-front", whole[30:], 2, "its list of contents is not where it should be")
case("no-archive", b"This is no archive at all, although its name says so.\n", 2, "is no zip archive")
case("empty-file", b"", 2, "is no zip archive")
case("empty", archive([], paper=False), 2, "holds no manuscript that can be read")
case("several-parts", archive([], disk=2), 2, "is one part of an archive in several parts")
case("shifted", archive([], shift=10), 2, "its list of contents is not where it should be")
bad("encrypted", Entry("secret.tex", flags=1), "it is encrypted")
bad("aes", Entry("secret.tex", b"x", method=99), "it is encrypted")
bad("bzip2", Entry("a.tex", b"x", method=12), "it is packed by bzip2; use the usual deflate")
bad("unknown-method", Entry("a.tex", b"x", method=77), "it is packed by method 77")
bad("two-methods", Entry("a.tex", b"x", local_method=0), "it is packed in two ways at once")
bad("wrong-checksum", Entry("a.tex", b"Birds.", crc=12345), "the checksum differs")
bad("damaged", Entry("a.tex", b"Birds.", packed=b"\xff" * 50), "its packed bytes are damaged")
bad("shorter-than-stated", Entry("a.tex", b"Birds.", size=500), "its packed bytes are damaged")
bad("garbage-behind-data", Entry("a.tex", packed=deflated(b"x\n") + b"more"), "its packed bytes are damaged")
bad("stored-in-two-sizes", Entry("a.tex", b"Birds.", method=0, size=9), "it is not packed and has two sizes")
bad("folder-with-bytes", Entry("folder/", b"Birds."), "it is a folder with bytes of its own")
bad("offset-beyond", Entry("a.tex", offset=1 << 30), "'a.tex' is not where the list of contents says")
bad("into-directory", Entry("a.tex", packed_size=100_000), "'a.tex' reaches into the list of contents")
bad("large-without-record", Entry("a.tex", size=0xFFFFFFFF), "the size of 'a.tex' is missing")
bad("large-beyond-numbers", Entry("a.tex", size=0xFFFFFFFF, extra=struct.pack("<HHQ", 1, 8, (1 << 64) - 1)), "the size of 'a.tex' is missing")
locator = struct.pack("<4sLQL", b"PK\6\7", 0, 1 << 40, 1)
case("large-record-elsewhere", archive([], before_end=locator), 2, "its record for large archives contradicts itself")
case("large-record-missing", archive([], end=struct.pack("<4s4HLLH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)), 2, "the record for that is missing")
nested = io.BytesIO()
with zipfile.ZipFile(nested, "w") as inner:
    inner.writestr("inner.tex", PAPER)
case("nested", archive([Entry("more.zip", nested.getvalue())]), 0, "")
streamed = Entry("main.tex", PAPER, flags=8, local_crc=0, local_size=0)
streamed.lies["tail"] = struct.pack("<4sLLL", b"PK\7\10", streamed.crc, len(streamed.packed), streamed.size)
case("data-descriptor", archive([streamed], paper=False), 0, "")
large = io.BytesIO()
with zipfile.ZipFile(large, "w") as file, file.open(zipfile.ZipInfo("main.tex"), "w", force_zip64=True) as member:
    member.write(PAPER)
case("zip64", large.getvalue(), 0, "")
fake = struct.pack("<4s4HLLH", b"PK\5\6", 0, 0, 0, 0, 0, 0, 0)
case("end-within-comment", archive([], comment=fake), 2, "its list of contents is not where it should be")
word = io.BytesIO()
with zipfile.ZipFile(word, "w", zipfile.ZIP_DEFLATED) as file:
    with file.open("word/document.xml", "w") as member:
        for _ in range(256):
            member.write(bytes(1 << 20))
bad("word-bomb", Entry("bomb.docx", word.getvalue()), "in it is 'word/document.xml': it unpacks to")
bad("word-that-is-none", Entry("a.docx", b"PK\3\4 and no more"), "it is no Word file")
laughs = b'<!DOCTYPE article [<!ENTITY a "ha">' + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 50) for n in range(20)) + b"]><article><body><p>&u;</p></body></article>"
case("entities", archive([Entry("a.xml", laughs)]), 0, "")
case("deep-xml", archive([Entry("a.xml", b"<article>" + b"<sec><p>" * 200_000, method=0)]), 0, "")
bad("deep-notebook", Entry("a.ipynb", b'{"cells": ' + b"[" * 500_000, method=0), "no notebook that can be read")
notebook = lambda: b'{"cells": [], "metadata": {}, "picture": "' + bytes(range(65, 91)) * 1_000_000 + b'"}'
large_case(
    "many-notebooks", lambda: archive([Entry(f"{n}.ipynb", notebook(), method=0) for n in range(2)]), 2,
    "more than 48 MB of notebooks")
slow("lists", "a.ipynb", lambda: b'{"cells": [' + b"[]," * 10_000_000 + b"[]]}")
slow("brackets", "a.md", lambda: b"[" * 3_900_000)
slow("pictures", "a.md", lambda: b"![[]()" * 650_000)
slow("formulas", "a.tex", lambda: b"$ \\[ \\( " * 480_000)
if shutil.which("pdftotext"):
    bad("pdf-that-is-none", Entry("supplement.pdf", b"%PDF-1.7 and no more"), "pdftotext")

json.dump(cases, sys.stdout)
