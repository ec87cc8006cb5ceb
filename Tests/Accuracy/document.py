#!/usr/bin/env python3
"""Writes docs/accuracy.md and the README's accuracy table from the recorded numbers (`last.json` beside this file).

usage: document.py [--check]

--check writes nothing and ends with status 1 where a file is not fresh. Python standard library only.
"""

import json
import os
import sys

import scoring

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
START, END = "<!-- generated: accuracy -->", "<!-- end -->"
RUNS = (("tuned", "tuned on"), ("development", "development"), ("unseen", "unseen"))

FIGURES = (
    ("reuse found: precision", "reuse p", None, None),
    ("reuse found: recall", "reuse r", None, None),
    ("reuse found: F1", "reuse f1", None, "0.996"),
    ("reuse found: F1, mean over manuscripts", "reuse_f1_mean_over_manuscripts", None, "0.988"),
    ("used or not, kappa", "used_or_not_kappa", None, "0.991"),
    ("manuscripts right on whether a model is reused", "manuscripts_right", None, None),
    ("false reuses in manuscripts without any", "false_reuses_on_negatives", None, None),
    ("sets of patterns equal", "pattern_exact", "pattern_exact", "1.000"),
    ("macro F1 over the three patterns", "pattern_macro_f1", None, None),
    ("place shown lies at evidence", "anchor_at_evidence", None, "0.984"),
    ("place shown is the first reuse", "anchor_at_first_reuse", None, None),
    ("F1 of \"not found\" over the details of found models", "absence f1", "absence_f1", "0.966"),
    ("\"not found\" is right, over all cells", "missing_precision_all_cells", None, "0.948"),
    ("details right", "detail_accuracy", "detail_accuracy", "0.970"),
    ("step of the scientific process right", "step_accuracy", "step_accuracy", "0.937"),
    ("steps other than Test found", "step_recall_other_than_test", None, "0.22"),
)

# What each round of manuscripts gave when it was scored, once, before its errors were looked at.
FIRST_SCORES = """\
| round | manuscripts | models reused | precision | recall | F1 | kappa |
|---|---:|---:|---:|---:|---:|---:|
| first | 10 | 8 | 0.31 | 0.50 | 0.38 |  |
| second | 10 | 10 | 0.44 | 0.40 | 0.42 | 0.31 |
| third | 11 | 17 | 0.83 | 0.29 | 0.43 | 0.37 |
"""

LIMITS = """\
- Models that a manuscript names only by a description, by an author in a citation command or by a general kind
  ("a variational autoencoder") are not found.
- A baseline whose runs are told by a table alone counts as run by the authors unless its numbers are cited.
- Whether a named design was trained from released weights or from scratch is read from words near its name; what a table
  or a figure implies is not.
- One model used in two ways (as released, and rebuilt for comparison) mostly gets one pattern.
- A software package's own sentences about what its users can do are read as features, not as use.
- The step of the scientific process is a guess that never drives severity: readers do not agree on it either.
"""


def record():
    with open(os.path.join(HERE, "last.json"), encoding="utf-8") as file:
        return json.load(file)


def shown(value):
    return "" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)


def table(heads, rows):
    lines = ["| " + " | ".join(heads) + " |", "|---" + "|---:" * (len(heads) - 1) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def runs(numbers):
    return [(title, numbers[name]["all"]) for name, title in RUNS if name in numbers]


def figures(numbers):
    columns = runs(numbers)
    constant = numbers["tuned"]["all"]
    rows = [
        [title] + [shown(run.get(key)) for _, run in columns]
        + [shown(constant.get(f"constant {fixed}")) if fixed else "", readers or ""]
        for title, key, fixed, readers in FIGURES]
    return table(["figure"] + [title for title, _ in columns] + ["a constant answer", "two readers"], rows)


def share(run, right, said):
    return f"{run[right]} of {run[said]}" if run.get(said) else "none"


def calibration(numbers):
    rows = []
    for level in scoring.CONFIDENCES:
        cells = []
        for _, run in runs(numbers):
            cells += [share(run, f"{level} right", f"{level} said"),
                      share(run, f"{level} with right patterns", f"{level} said")]
        rows.append([level] + cells)
    heads = ["confidence"]
    for title, _ in runs(numbers):
        heads += [f"{title}: reused", f"{title}: reused, patterns right"]
    return table(heads, rows)


def asks(numbers):
    rows = []
    for severity in scoring.SEVERITIES:
        cells = []
        for _, run in runs(numbers):
            cells += [share(run, f"{severity} details right", f"{severity} details asked"),
                      share(run, f"{severity} asks right", f"{severity} asks")]
        rows.append([severity] + cells)
    heads = ["severity"]
    for title, _ in runs(numbers):
        heads += [f"{title}: details", f"{title}: questions"]
    return table(heads, rows)


def profiles(numbers):
    """How right the questions of each profile are, for the runs that counted them."""
    columns = [(title, run) for title, run in runs(numbers) if "profile science grave without reuse" in run]
    rows = []
    for profile in scoring.PROFILES:
        key, cells = f"profile {profile}", []
        for _, run in columns:
            cells += [precision(run, f"{key} error"), precision(run, f"{key} warning"),
                      str(run[f"{key} grave without reuse"])]
        rows.append([f"`{profile}`"] + cells)
    heads = ["profile"]
    for title, _ in columns:
        heads += [f"{title}: errors right", "warnings right", "either where nothing is reused"]
    return table(heads, rows)


def precision(run, key):
    right, said = run[f"{key} details right"], run[f"{key} details asked"]
    return f"{right} of {said} = {right / said:.2f}" if said else "none"


def missed(numbers):
    """A sentence on the bars that are missed outside of the manuscripts tuned on; empty where none is."""
    lines = []
    for title, run in runs(numbers):
        for severity, bar in scoring.BARS.items():
            counts = [
                (run[f"profile {p} {severity} details right"], run[f"profile {p} {severity} details asked"])
                for p in scoring.PROFILES if f"profile {p} {severity} details asked" in run]
            low = [said for right, said in counts if said and right / said < bar]
            if low:
                lines.append(
                    f"{title.capitalize()}: {severity}s miss {bar:.2f} in {len(low)} of {len(counts)} profiles, on "
                    f"{min(low)} to {max(low)} details each.\n")
    return "".join(lines)


def medians(numbers):
    return "".join(
        f"{title.capitalize()}: a median of {shown(run['median asks'])} questions a manuscript, "
        f"{shown(run['median asks where a model is reused'])} where a model is reused.\n"
        for title, run in runs(numbers))


def markups(numbers):
    run = numbers["tuned"]
    columns = [name for name in ("latex", "markdown") if name in run]
    rows = [[title] + [shown(run[name].get(key)) for name in columns] for title, key, _, _ in FIGURES]
    return table(["figure"] + columns, rows)


def confusion(run, kind):
    cells = {}
    for name, count in run.items():
        if name.startswith(kind + ": "):
            label, found = name[len(kind) + 2:].split(" read as ")
            cells[label, found] = count
    labels = sorted({label for label, _ in cells})
    found = sorted({name for _, name in cells})
    rows = [[label] + [str(cells.get((label, name), "")) for name in found] for label in labels]
    return table(["labelled, read as"] + found, rows)


def details(numbers):
    columns = runs(numbers)
    names = sorted({n.split(" ")[1] for _, run in columns for n in run if n.startswith("detail ")})
    rows = []
    for name in names:
        cells = []
        for _, run in columns:
            cells += [shown(run.get(f"detail {name} {key}")) for key in ("n", "accuracy", "kappa")]
        rows.append([f"`{name}`"] + cells)
    heads = ["detail"]
    for title, _ in columns:
        heads += [f"{title}: n", "right", "kappa"]
    return table(heads, rows)


def page(numbers):
    parts = [
        "<!-- Written by `make accuracy-docs` from Tests/Accuracy/last.json; do not edit. -->\n# How good Colophon is\n",
        f"Measured against hand-made labels: {numbers['tuned']['all']['manuscripts']} manuscripts that the rules were tuned on, and "
        f"{numbers['development']['all']['manuscripts']} for development, of which "
        "every error is looked at"
        + (f", and {numbers['unseen']['all']['manuscripts']} unseen ones, scored once after the rules were frozen"
           if "unseen" in numbers else "") + ".\n"
        "The 31 for development were unseen at first and scored once, in three rounds, and what their errors had in common "
        "was mended since:\n",
        FIRST_SCORES,
        "Few of them reuse models, so that one model more or less moves a figure by a tenth.\n"
        "A constant answer never looks at the text; the last column is how far two readers agree who share a rule book.\n"
        "`make accuracy` measures the columns anew, but `make accuracy-unseen` that of unseen manuscripts.\n",
        "## Figures\n", figures(numbers),
        "## By markup, tuned on\n", markups(numbers),
        "## What the confidence means\n",
        "Of the models called reused at each confidence, how many are.\n"
        "Low confidence is asked about in one hint at most.\n", calibration(numbers),
        "## How many questions are right\n",
        "A detail asked for is right when the labels call the model reused and the detail missing; a question is right when "
        "at least half of its details are.\n", asks(numbers), medians(numbers),
        "## In each profile\n",
        "Errors shall be right in 0.90 of the details that they ask for and warnings in 0.75, and neither shall stand in a "
        "manuscript without reuse: `make accuracy` fails where a profile misses that on the manuscripts tuned on.\n"
        "Details without labels are no part of these numbers, and hints at most in every profile.\n" + missed(numbers), profiles(numbers),
    ]
    for title, run in runs(numbers):
        parts += [f"## Roles confused, {title}\n", confusion(run, "role"),
                  f"## Patterns confused, {title}\n", confusion(run, "pattern")]
    parts += ["## Details\n", details(numbers), "## What it cannot do\n", LIMITS]
    return "\n".join(parts)


def readme(numbers):
    path = os.path.join(ROOT, "README.md")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    start = text.index(START) + len(START) + 1
    end = text.index(END, start)
    confidence = [
        ["of high / medium / low confidence, reused"] + [
            " / ".join(share(run, f"{level} right", f"{level} said") for level in scoring.CONFIDENCES)
            for _, run in runs(numbers)] + ["", ""],
        ["details asked for in errors / warnings, missing"] + [
            " / ".join(share(run, f"{level} details right", f"{level} details asked") for level in ("error", "warning"))
            for _, run in runs(numbers)] + ["", ""],
    ]
    rows = "".join("| " + " | ".join(row) + " |\n" for row in confidence)
    return path, text[:start] + figures(numbers) + rows + text[end:]


def main():
    numbers = record()
    wanted = [(os.path.join(ROOT, "docs", "accuracy.md"), page(numbers)), readme(numbers)]
    stale = []
    for path, text in wanted:
        try:
            with open(path, encoding="utf-8") as file:
                is_fresh = file.read() == text
        except FileNotFoundError:
            is_fresh = False
        if is_fresh:
            continue
        stale.append(path)
        if "--check" not in sys.argv[1:]:
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
    if stale and "--check" in sys.argv[1:]:
        sys.exit("not fresh, run 'make accuracy-docs': " + ", ".join(stale))


main()
