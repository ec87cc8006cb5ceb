#!/usr/bin/env python3
"""Scores Colophon on labelled manuscripts and compares with the last recorded run.

usage: accuracy.py COLOPHON LABELS TEXT EVALUATE [--name NAME] [--profile PROFILE] [--record] [--errors]

Ends with status 1 where a profile's questions miss a bar on the `tuned` run.

EVALUATE is the scorer of the labels; it gives the figures of detection, patterns and details, for all manuscripts and
for each markup. The share of right asks, the calibration and the confusion tables are counted here. `last.json` beside
this file holds the numbers of the last recorded run by NAME (`tuned` unless told); --record replaces them.
"""

import argparse
import json
import os
import subprocess
import sys

import scoring

RECORD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "last.json")

HEADLINES = (
    "reuse f1", "reuse p", "reuse r", "reuse_f1_mean_over_manuscripts", "used_or_not_kappa", "manuscripts_right",
    "false_reuses_on_negatives", "pattern_exact", "pattern_macro_f1", "step_accuracy", "step_recall_other_than_test",
    "anchor_at_evidence", "anchor_at_first_reuse", "absence f1", "missing_precision_all_cells", "detail_accuracy",
)


def evaluated(options, identifiers):
    command = [options.evaluate, options.labels, options.text, "--tool", options.colophon, "--json"]
    if identifiers is not None:
        command += ["--only", ",".join(identifiers)]
    if options.errors and identifiers is None:
        command.append("--errors")
    answer = subprocess.run(command, stdout=subprocess.PIPE)
    if answer.returncode != 0:
        sys.exit(f"accuracy: {' '.join(command)} ended with status {answer.returncode}")
    return flat(json.loads(answer.stdout))


def flat(result):
    """The scorer's answer as names and numbers, details under `detail NAME`."""
    numbers = {}
    for name, value in result.items():
        if isinstance(value, (int, float)):
            numbers[name] = value
        elif name in ("reuse", "absence"):
            numbers |= {f"{name} {key}": part for key, part in value.items()}
        elif name == "constant":
            numbers |= {f"constant {key}": part for key, part in (value or {}).items()}
        elif name == "patterns":
            numbers |= {f"{pattern} f1": counts["f1"] for pattern, counts in value.items()}
        elif name == "details":
            for detail, counts in value.items():
                numbers |= {f"detail {detail} {key}": part for key, part in counts.items() if part is not None}
    return numbers


def counted(manuscripts, profile):
    """The numbers of `scoring` as names and numbers."""
    numbers = {}
    for level, (said, right, exact) in scoring.calibration(manuscripts).items():
        numbers |= {f"{level} said": said, f"{level} right": right, f"{level} with right patterns": exact}
    for detail, (missing, said, right) in scoring.detail_cells(manuscripts).items():
        numbers |= {f"detail {detail} missing": missing, f"detail {detail} said missing": said}
        numbers[f"detail {detail} rightly missing"] = right
    pairs, asks = scoring.asked(manuscripts, profile)
    for severity in scoring.SEVERITIES:
        numbers |= {f"{severity} details asked": pairs[severity][0], f"{severity} details right": pairs[severity][1]}
        numbers |= {f"{severity} asks": asks[severity][0], f"{severity} asks right": asks[severity][1]}
    numbers["median asks"], numbers["median asks where a model is reused"] = scoring.visible_asks(manuscripts, profile)
    for table, cells in (
        ("role", scoring.role_confusion(manuscripts)), ("pattern", scoring.pattern_confusion(manuscripts))):
        numbers |= {f"{table}: {label} read as {found}": count for (label, found), count in sorted(cells.items())}
    return numbers


def by_profile(manuscripts):
    """How right the questions of each profile are, and how often `science` puts each of them."""
    numbers = {"manuscripts": len(manuscripts)}
    for profile in scoring.PROFILES:
        pairs, asks = scoring.asked(manuscripts, profile)
        key = f"profile {profile}"
        for severity in scoring.SEVERITIES:
            numbers |= {f"{key} {severity} details asked": pairs[severity][0]}
            numbers |= {f"{key} {severity} details right": pairs[severity][1]}
            numbers |= {f"{key} {severity} asks": asks[severity][0], f"{key} {severity} asks right": asks[severity][1]}
        numbers[f"{key} grave without reuse"] = scoring.grave_without_reuse(manuscripts, profile)
    for name, count in scoring.times_put(manuscripts, "science").items():
        numbers[f"question {name} put"] = count
    return numbers


def measured(options):
    """The numbers of one run: under `all`, and under each markup that the labels have."""
    manuscripts = scoring.corpus(options.labels, options.text, options.colophon)
    run = {"all": evaluated(options, None) | counted(manuscripts, options.profile) | by_profile(manuscripts)}
    for markup in ("latex", "markdown"):
        own = [m for m in manuscripts if m.markup == markup]
        if own and len(own) < len(manuscripts):
            run[markup] = evaluated(options, [m.identifier for m in own]) | counted(own, options.profile)
    return run


def change(new, old):
    if new is None or old is None or new == old:
        return ""
    return f"{new - old:+.3f}" if isinstance(new - old, float) else f"{new - old:+d}"


def share(right, said):
    return f"{right}/{said}" + (f" = {right / said:.2f}" if said else "")


def print_table(run, old):
    columns = list(run)
    print(f"{'':34}" + "".join(f"{name:>10}{'':>8}" for name in columns))
    for name in HEADLINES:
        print_row(name, name, run, old)
    for level in scoring.CONFIDENCES:
        print_shares(f"{level} confidence: is a reuse", f"{level} right", f"{level} said", run, old)
    for severity in scoring.SEVERITIES:
        print_shares(
            f"details asked as {severity}", f"{severity} details right", f"{severity} details asked", run, old)
        print_shares(f"asks of severity {severity}", f"{severity} asks right", f"{severity} asks", run, old)
    print_row("median asks", "median asks", run, old)
    print_row("… where a model is reused", "median asks where a model is reused", run, old)
    details = sorted({n.split(" ")[1] for n in run["all"] if n.startswith("detail ")})
    print("detail: accuracy, and kappa over all")
    for detail in details:
        key = f"detail {detail}"
        kappa = run["all"].get(f"{key} kappa")
        note = f"  kappa {kappa}  n {run['all'].get(f'{key} n')}" if kappa is not None else ""
        print_row("  " + detail, f"{key} accuracy", run, old, note)


def print_row(title, name, run, old, note=""):
    cells = []
    for column, numbers in run.items():
        value = numbers.get(name)
        text = "-" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)
        cells.append(f"{text:>10}{change(value, old.get(column, {}).get(name)):>8}")
    print(f"{title:34}" + "".join(cells) + note)


def print_shares(title, right, said, run, old):
    cells = []
    for column, numbers in run.items():
        before = old.get(column, {})
        now = numbers[right] / numbers[said] if numbers[said] else None
        then = before[right] / before[said] if before.get(said) else None
        cells.append(f"{share(numbers[right], numbers[said]):>18}" + (f" {change(now, then)}" if now and then else ""))
    print(f"{title:30}" + "".join(f"{cell:<26}" for cell in cells))


def print_profiles(numbers, old):
    """Each profile's shares with what changed; returns the bars that are missed."""
    missed = []
    for profile in scoring.PROFILES:
        key = f"profile {profile}"
        for severity, bar in scoring.BARS.items():
            right, said = numbers[f"{key} {severity} details right"], numbers[f"{key} {severity} details asked"]
            is_missed = bool(said) and right / said < bar
            print(f"{profile + ': ' + severity + 's':34}{share(right, said):>18}  bar {bar:.2f}"
                  + ("  MISSED" if is_missed else ""))
            missed += [f"{severity}s of {profile}"] if is_missed else []
        grave = f"{key} grave without reuse"
        print_row(f"{profile}: grave without reuse", grave, {"all": numbers}, {"all": old})
        missed += [f"manuscripts without reuse in {profile}"] if numbers[grave] else []
    return missed


def print_confusions(run, old):
    for table in ("role: ", "pattern: "):
        for name in sorted(n for n in run["all"] if n.startswith(table)):
            before = old.get("all", {}).get(name)
            print(f"  {name:60}{run['all'][name]:>5}{change(run['all'][name], before):>7}")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("colophon", "labels", "text", "evaluate"):
        parser.add_argument(name)
    parser.add_argument("--name", default="tuned", help="the name of the run in the record")
    parser.add_argument("--profile", default="science", help="the profile whose questions are counted")
    parser.add_argument("--record", action="store_true", help="replace the recorded numbers")
    parser.add_argument("--errors", action="store_true", help="list every wrong decision on standard error")
    options = parser.parse_args()
    try:
        with open(RECORD, encoding="utf-8") as file:
            record = json.load(file)
    except FileNotFoundError:
        record = {}
    run = measured(options)
    old = record.get(options.name, {})
    print_table(run, old)
    print_confusions(run, old)
    missed = print_profiles(run["all"], old.get("all", {}))
    if options.record:
        record[options.name] = run
        with open(RECORD, "w", encoding="utf-8") as file:
            json.dump(record, file, indent=1, sort_keys=True)
            file.write("\n")
    if missed and options.name == "tuned":
        sys.exit("accuracy: a bar is missed: " + ", ".join(missed))


main()
