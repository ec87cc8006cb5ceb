#!/usr/bin/env python3
"""Shows which models, patterns and diagnostics one build adds or removes over all manuscripts, against another.

usage: corpus_diff.py BASE COLOPHON CORPUS

CORPUS holds `labels/manifest.tsv` with the texts in `text/`, and `unlabelled.tsv` with the texts in `unlabelled/`. The
manuscripts of `unseen-labels/` beside this file, if there are any, are left out: rules must not be tuned while looking at them.
Lines begin with `+` for what COLOPHON adds and `-` for what it no longer says; the counts stand at the end.
"""

import collections
import csv
import os
import sys

import scoring


def unseen():
    here = os.path.dirname(os.path.abspath(__file__))
    path = os.path.join(here, "unseen-labels", "manifest.tsv")
    if not os.path.exists(path):
        return set()
    with open(path, encoding="utf-8") as file:
        return {row["id"] for row in csv.DictReader(file, delimiter="\t")}


def manuscripts(corpus):
    left_out = unseen()
    for manifest, folder in (("labels/manifest.tsv", "text"), ("unlabelled.tsv", "unlabelled")):
        with open(os.path.join(corpus, manifest), encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                if row["id"] in left_out:
                    continue
                yield row["id"], os.path.join(corpus, folder, row["id"], row["main"])


def statements(colophon, path):
    """What a build says of a manuscript: (kind, what, place) in a comparable form."""
    try:
        models = scoring.run(colophon, ["inventory", path])["models"]
        lint = scoring.run(colophon, ["lint", path])["manuscripts"]
    except RuntimeError as error:
        return {("failure", str(error)): ""}
    said = {}
    for model in models:
        place = f"{model['anchor']['file']}:{model['anchor']['line']}"
        if scoring.is_reused(model):
            said["reuse", model["name"]] = place
            said["pattern", f"{model['name']}: {'+'.join(model['patterns'])}"] = place
        elif model["role"] != "discussed":
            said["role", f"{model['name']}: {model['role']}"] = place
    for manuscript in lint:
        for ask in manuscript["diagnostics"]:
            said["diagnostic", f"{ask['severity']} {ask['code']}: {ask['message']}"] = f"{ask['file']}:{ask['line']}"
    return said


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    base, colophon, corpus = sys.argv[1:]
    counts = collections.Counter()
    for identifier, path in manuscripts(corpus):
        before, after = statements(base, path), statements(colophon, path)
        lines = [("-", key, before[key]) for key in before if key not in after]
        lines += [("+", key, after[key]) for key in after if key not in before]
        if lines:
            print(identifier)
        for sign, (kind, what), place in sorted(lines, key=lambda line: (line[1], line[0])):
            counts[kind, sign] += 1
            print(f"  {sign} {kind:10} {what}  {place}")
    for kind in sorted({kind for kind, _ in counts}):
        print(f"{kind}: {counts[kind, '+']} added, {counts[kind, '-']} removed")
    if not counts:
        print("no difference")


if __name__ == "__main__":
    main()
