"""Compares what Colophon says of manuscripts with hand-made labels. Python standard library only.

`Corpus` reads the labels, runs the program once a manuscript, and pairs its models with the labelled ones; `figures`
turns the pairs into the numbers that `accuracy.py` prints and records.
"""

import collections
import csv
import json
import os
import re
import statistics
import subprocess

PATTERNS = ("conceptual", "adaptation", "deployment")
CONFIDENCES = ("high", "medium", "low")
SEVERITIES = ("error", "warning", "hint")
# The least share of right details among those asked for in errors and in warnings, in every profile.
BARS = {"error": 0.9, "warning": 0.75}
PROFILES = ("science", "clinical-llm", "ml", "clinical", "imaging")


def folded(name):
    """Letters and digits of a name in lower case, LaTeX's font commands left out."""
    plain = re.sub(r"\\(?:text\w*|emph|mathrm|url|href)\b", " ", name)
    return re.sub(r"[^a-z0-9]", "", plain.lower())


def spellings(model):
    names = [model.get("name", "")] + model.get("surfaces", [])
    return {name for name in map(folded, names) if len(name) >= 2}


def begins_alike(left, right):
    return any(
        min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a)) for a in left for b in right)


def paired(labelled, found):
    """One-to-one pairs of indices: a common spelling first, then a common beginning; the same use preferred."""
    pairs, done, used = [], set(), set()
    for are_alike in (lambda a, b: bool(a & b), begins_alike):
        for i, label in enumerate(labelled):
            if i in done:
                continue
            alike = [
                j for j, model in enumerate(found)
                if j not in used and are_alike(spellings(label), spellings(model))]
            alike.sort(key=lambda j: is_reused(found[j]) != is_reused(label))
            if alike:
                pairs.append((i, alike[0]))
                done.add(i)
                used.add(alike[0])
    return pairs


def is_reused(model):
    return model.get("role") == "reused"


def run(command, arguments):
    """The program's JSON answer; a failing run is an error that names the manuscript."""
    answer = subprocess.run([command] + arguments + ["--format", "json"], capture_output=True, timeout=60)
    if answer.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(arguments)}: exit status {answer.returncode}")
    return json.loads(answer.stdout)


class Manuscript:
    """A labelled manuscript with what the program says of it."""

    def __init__(self, identifier, main, form, labels, text, colophon):
        self.identifier, self.form = identifier, form
        self.labelled = labels["models"]
        self.colophon, self.path = colophon, os.path.join(text, identifier, main)
        self.found = run(colophon, ["inventory", self.path])["models"]
        self.pairs = paired(self.labelled, self.found)
        self.lints = {}

    def lint(self, profile):
        """The visible asks and all findings that a profile gives, read once."""
        if profile not in self.lints:
            lint = run(self.colophon, ["lint", "--profile", profile, self.path])["manuscripts"]
            self.lints[profile] = (lint[0]["diagnostics"], lint[0]["findings"]) if lint else ([], [])
        return self.lints[profile]

    @property
    def markup(self):
        return "latex" if self.form == "latex" else "markdown"


def corpus(labels, text, colophon):
    """All manuscripts of a folder of labels, in the order of its manifest."""
    with open(os.path.join(labels, "manifest.tsv"), encoding="utf-8") as manifest:
        rows = list(csv.DictReader(manifest, delimiter="\t"))
    manuscripts = []
    for row in rows:
        path = os.path.join(labels, row["id"] + ".json")
        if not os.path.exists(path):
            continue
        with open(path, encoding="utf-8") as file:
            manuscripts.append(
                Manuscript(row["id"], row["main"], row.get("format", "latex"), json.load(file), text, colophon))
    return manuscripts


def ratio(part, whole):
    return round(part / whole, 3) if whole else None


def f1(true_positive, false_positive, false_negative):
    whole = 2 * true_positive + false_positive + false_negative
    return round(2 * true_positive / whole, 3) if whole else None


def role_confusion(manuscripts):
    """How often each labelled role was read as each role; `not found` and `not labelled` among them."""
    table = collections.Counter()
    for manuscript in manuscripts:
        for i, j in manuscript.pairs:
            table[manuscript.labelled[i]["role"], manuscript.found[j]["role"]] += 1
        labels, models = {i for i, _ in manuscript.pairs}, {j for _, j in manuscript.pairs}
        for i, label in enumerate(manuscript.labelled):
            if i not in labels:
                table[label["role"], "not found"] += 1
        for j, model in enumerate(manuscript.found):
            if j not in models and is_reused(model):
                table["not labelled", "reused"] += 1
    return table


def pattern_confusion(manuscripts):
    """Labelled pattern sets against found ones, over the models that both call reused."""
    table = collections.Counter()
    for label, model in both_reused(manuscripts):
        table["+".join(sorted(label["patterns"])), "+".join(sorted(model.get("patterns", [])))] += 1
    return table


def both_reused(manuscripts):
    for manuscript in manuscripts:
        for i, j in manuscript.pairs:
            label, model = manuscript.labelled[i], manuscript.found[j]
            if is_reused(label) and is_reused(model):
                yield label, model


def detail_cells(manuscripts):
    """For each labelled detail, over the models that both call reused: how often the labels call it missing, how often
    the program does, and how often both do."""
    cells = collections.defaultdict(lambda: [0, 0, 0])
    for label, model in both_reused(manuscripts):
        for detail, state in label.get("details", {}).items():
            if state == "na":
                continue
            said = model["details"].get(detail, {}).get("state") == "missing"
            row = cells[detail]
            row[0] += state == "missing"
            row[1] += said
            row[2] += said and state == "missing"
    return cells


def calibration(manuscripts):
    """For each confidence: models called reused, how many are, and how many of those have the right patterns."""
    table = {level: [0, 0, 0] for level in CONFIDENCES}
    for manuscript in manuscripts:
        partner = {j: manuscript.labelled[i] for i, j in manuscript.pairs}
        for j, model in enumerate(manuscript.found):
            if not is_reused(model):
                continue
            row = table[model["confidence"]]
            label = partner.get(j)
            row[0] += 1
            if label and is_reused(label):
                row[1] += 1
                row[2] += set(label["patterns"]) == set(model.get("patterns", []))
    return table


def asked(manuscripts, profile):
    """Of the visible asks of a profile, by severity: how many (model, detail) pairs they name and how many of those are gaps.

    A pair is right when the labels call the model reused and the detail missing; details without labels do not count.
    The ask itself is right when at least half of its pairs are.
    """
    pairs = {severity: [0, 0] for severity in SEVERITIES}
    asks = {severity: [0, 0] for severity in SEVERITIES}
    for manuscript in manuscripts:
        partner = {manuscript.found[j]["id"]: manuscript.labelled[i] for i, j in manuscript.pairs}
        questions, findings = manuscript.lint(profile)
        lacking = {(f["model"], f["detail"]): f["severity"] for f in findings}
        known = {d for label in manuscript.labelled for d in label.get("details", {})}
        for ask in questions:
            right = count = 0
            for model in ask["models"]:
                for detail in ask["details"]:
                    if detail not in known or (model, detail) not in lacking:
                        continue
                    label = partner.get(model)
                    is_gap = bool(label) and is_reused(label) and label["details"].get(detail) == "missing"
                    row = pairs[lacking[model, detail]] if lacking[model, detail] in pairs else None
                    if row is not None:
                        row[0] += 1
                        row[1] += is_gap
                    count += 1
                    right += is_gap
            if count:
                asks[ask["severity"]][0] += 1
                asks[ask["severity"]][1] += 2 * right >= count
    return pairs, asks


def visible_asks(manuscripts, profile):
    """The median number of asks an author sees: over all manuscripts, and over those with a reuse."""
    every = [len(m.lint(profile)[0]) for m in manuscripts]
    reusing = [len(m.lint(profile)[0]) for m in manuscripts if has_reuse(m)]
    return statistics.median(every), statistics.median(reusing) if reusing else None


def has_reuse(manuscript):
    return any(map(is_reused, manuscript.labelled))


def grave_without_reuse(manuscripts, profile):
    """Errors and warnings on manuscripts in which the labels have no reuse."""
    return sum(
        ask["severity"] in ("error", "warning")
        for m in manuscripts if not has_reuse(m) for ask in m.lint(profile)[0])


def times_put(manuscripts, profile):
    """How often an author sees each ask."""
    return collections.Counter(ask["code"] for m in manuscripts for ask in m.lint(profile)[0])
