"""A Python wheel that carries the executable: `pip install` puts it among the scripts and runs no Python."""

import base64
import hashlib
import io
import time
import zipfile

# `colophon` is another project's name on the Python package index.
NAME = "colophon-lint"

# The executable asks for no library: glibc's age and the choice between glibc and musl do not matter to it. The tags
# name the oldest systems of both kinds that current pip knows; glibc 2.17 systems have Linux 3.10, and the executable's
# own note asks for 3.2.
PLATFORMS = ("manylinux_2_17_x86_64", "manylinux2014_x86_64", "musllinux_1_1_x86_64")

METADATA = """\
Metadata-Version: 2.4
Name: {name}
Version: {version}
Summary: Asks for the details that a manuscript's reuse of pre-trained models still lacks
Keywords: reproducibility,linter,latex,markdown,lsp,pre-trained models
License-Expression: Apache-2.0
{licences}
Classifier: Development Status :: 4 - Beta
Classifier: Environment :: Console
Classifier: Intended Audience :: Science/Research
Classifier: Operating System :: POSIX :: Linux
Classifier: Topic :: Scientific/Engineering
Classifier: Topic :: Text Processing :: Markup :: LaTeX
Classifier: Topic :: Text Processing :: Markup :: Markdown
Requires-Python: >=3.8
Description-Content-Type: text/markdown

{description}"""


def file_name(version):
    return f"{NAME.replace('-', '_')}-{version}-py3-none-{'.'.join(PLATFORMS)}.whl"


def digest(content):
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()


def archive(version, executable, shared, licences, bill, description, moment):
    """The wheel's bytes; they depend on the arguments alone.

    shared: contents by path below the prefix; licences: contents by file name; moment: a Unix time for all entries.
    """
    stem = f"{NAME.replace('-', '_')}-{version}"
    about, data = f"{stem}.dist-info", f"{stem}.data"
    metadata = METADATA.format(
        name=NAME, version=version, description=description,
        licences="\n".join(f"License-File: {name}" for name in sorted(licences)))
    tags = "".join(f"Tag: py3-none-{platform}\n" for platform in PLATFORMS)
    wheel = f"Wheel-Version: 1.0\nGenerator: colophon {version}\nRoot-Is-Purelib: false\n{tags}"
    files = {f"{data}/scripts/colophon": executable}
    files |= {f"{data}/data/{path}": content for path, content in sorted(shared.items())}
    files |= {f"{about}/licenses/{name}": content for name, content in sorted(licences.items())}
    files[f"{about}/sboms/colophon.cdx.json"] = bill
    files[f"{about}/METADATA"] = metadata.encode()
    files[f"{about}/WHEEL"] = wheel.encode()
    rows = [f"{path},{digest(content)},{len(content)}" for path, content in files.items()]
    files[f"{about}/RECORD"] = "\n".join([*rows, f"{about}/RECORD,,", ""]).encode()
    # What a zip archive can say of time begins in 1980.
    date = time.gmtime(max(moment, 315_532_800))[:6]
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zipped:
        for path, content in files.items():
            entry = zipfile.ZipInfo(path, date)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = (0o100755 if path.endswith("/scripts/colophon") else 0o100644) << 16
            zipped.writestr(entry, content)
    return target.getvalue()
