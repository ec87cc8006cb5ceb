#!/usr/bin/env python3
"""Writes the manual page from the help that the program itself gives, so that neither can fall behind the other.

usage: manual.py EXECUTABLE > colophon.1

The date is that of SOURCE_DATE_EPOCH where it is set. Python standard library only.
"""

import datetime
import itertools
import json
import os
import re
import subprocess
import sys

EXIT_STATUS = (
    ("0", "Nothing at or above --fail-on."),
    ("1", "Findings at or above --fail-on."),
    ("2", "Something could not be read, or the options or the settings are wrong."),
)

ENVIRONMENT = (
    ("COLOPHON_CONFIG", "A settings file that holds for every manuscript."),
    ("COLOPHON_TIME_LIMIT", "Seconds that another program may take to read a file of a submission."),
    ("NO_COLOR", "Set to anything, it ends colour on a terminal."),
    ("CI", "Set to anything, it ends the progress bar."),
    ("TERM", "Where it is dumb or not set, there is no progress bar."),
)
FILES = (("colophon.toml, .config/colophon.toml", "Settings, looked for from the manuscript's folder upwards."),)


def output(executable, *arguments):
    return subprocess.run([executable, *arguments], capture_output=True, check=True, text=True).stdout


def escaped(text):
    """Text as roff shows it unchanged: hyphens stay hyphens that can be copied, and no line is a request."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...")
    return re.sub(r"^([.'])", r"\\&\1", text, flags=re.MULTILINE)


def paragraphs(text):
    """A discussion as roff: lines that begin with two spaces stay as they are, the others flow."""
    lines = []
    for block in re.split(r"\n\s*\n", text.strip("\n")):
        for is_verbatim, group in itertools.groupby(block.split("\n"), key=lambda line: line.startswith("  ")):
            shown = [escaped(line) for line in group]
            lines += [".PP", *([".EX", *shown, ".EE"] if is_verbatim else shown)]
    return lines[1:]


def names(argument):
    """The spellings of an option with what follows it, or the name of what stands by itself."""
    value = argument["valueName"].upper()
    if argument["kind"] == "positional":
        return f"\\fI{escaped(value)}\\fR"
    spelled = [("-" if name["kind"] == "short" else "--") + name["name"] for name in argument["names"]]
    shown = ", ".join(f"\\fB{escaped(name)}\\fR" for name in spelled)
    return shown + (f" \\fI{escaped(value)}\\fR" if argument["kind"] == "option" else "")


def entry(argument):
    about = argument.get("abstract", "")
    default = argument.get("defaultValue")
    if default and "default" not in about:
        about = f"{about} The default is {default}."
    return [".TP", names(argument), escaped(about)]


def displayed(command):
    shown = [argument for argument in command.get("arguments", []) if argument["shouldDisplay"]]
    return [argument for argument in shown if argument["valueName"] not in ("help", "version")]


def synopsis(command):
    parts = [f"\\fB{escaped(' '.join([*command.get('superCommands', []), command['commandName']]))}\\fR"]
    arguments = displayed(command)
    if any(argument["kind"] != "positional" for argument in arguments):
        parts.append("[\\fIOPTION\\fR]...")
    for argument in arguments:
        if argument["kind"] == "positional":
            name = names(argument) + ("..." if argument["isRepeating"] else "")
            parts.append(f"[{name}]" if argument["isOptional"] else name)
    return " ".join(parts)


def commands(command):
    """The commands that do something by themselves, each with the words that lead to it, in the order of the help."""
    for child in command.get("subcommands", []):
        if child["commandName"] == "help" or not child["shouldDisplay"]:
            continue
        if child.get("subcommands"):
            yield from commands(child)
        else:
            yield child


def page(executable):
    root = json.loads(output(executable, "--experimental-dump-help"))["command"]
    version = output(executable, "--version").strip()
    moment = datetime.datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), datetime.timezone.utc)
    every = list(commands(root))
    abstract = root["abstract"].rstrip(".")
    lines = [
        '.\\" Written from the help of the program.',
        f'.TH COLOPHON 1 "{moment:%Y-%m-%d}" "colophon {version}" "User Commands"',
        ".nh\n.ad l",
        ".SH NAME",
        "colophon \\- " + escaped(abstract[0].lower() + abstract[1:]),
        ".SH SYNOPSIS",
    ]
    lines += [line for command in every for line in (synopsis(command), ".br")][:-1]
    lines += [".SH DESCRIPTION", *paragraphs(root["discussion"]), ".SH COMMANDS"]
    for command in every:
        words = " ".join([*command["superCommands"], command["commandName"]])
        lines += [f'.SS "{escaped(words)}"', escaped(command["abstract"])]
        if command.get("discussion"):
            lines += [".PP", *paragraphs(command["discussion"])]
        for argument in displayed(command):
            lines += entry(argument)
    lines += [".SH OPTIONS", ".TP", "\\fB\\-h\\fR, \\fB\\-\\-help\\fR", "Show help on a command.",
              ".TP", "\\fB\\-\\-version\\fR", "Show the version."]
    for title, terms in (("EXIT STATUS", EXIT_STATUS), ("ENVIRONMENT", ENVIRONMENT), ("FILES", FILES)):
        lines.append(f".SH {title}")
        for term, meaning in terms:
            lines += [".TP", f"\\fB{escaped(term)}\\fR", escaped(meaning)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__.split("\n\n")[1])
    sys.stdout.write(page(sys.argv[1]))
