#!/usr/bin/env python3
"""Checks captured conversations against the types of the Language Server Protocol.

usage: validate_messages.py FOLDER

FOLDER holds one file a conversation, as the test clients write them where COLOPHON_TEST_CAPTURE names a folder. A line
is {"from": "client" or "server", "message": ...}, or {"from": "server", "broken": "..."} for what was no JSON. Every
message of the server is read into its lsprotocol type, with unknown keys forbidden, and written again: what comes back
must equal what was sent, so that neither a null in the place of an absent member nor a number in the place of a text
passes. A result is read as the result of its request's method. Exit code 1 when a message is wrong or none was seen.
"""
import collections
import json
import pathlib
import sys

import cattrs
from lsprotocol import converters, types

CONVERTER = converters.get_converter(cattrs.Converter(forbid_extra_keys=True))

# What a client must offer before the server may send a request: the path of the capability.
OFFERS = {
    "client/registerCapability": None,
    "client/unregisterCapability": None,
    "workspace/configuration": "workspace.configuration",
    "workspace/applyEdit": "workspace.applyEdit",
    "workspace/diagnostic/refresh": "workspace.diagnostics.refreshSupport",
    "workspace/codeLens/refresh": "workspace.codeLens.refreshSupport",
    "workspace/inlayHint/refresh": "workspace.inlayHint.refreshSupport",
    "workspace/textDocumentContent/refresh": "workspace.textDocumentContent",
    "window/workDoneProgress/create": "window.workDoneProgress",
    "window/showDocument": "window.showDocument.support",
    "window/showMessageRequest": None,
}
PARTIAL_RESULTS = {"workspace/diagnostic": types.WorkspaceDiagnosticReportPartialResult}
PROGRESS = {
    "begin": types.WorkDoneProgressBegin,
    "report": types.WorkDoneProgressReport,
    "end": types.WorkDoneProgressEnd,
}


def same(left, right):
    """True for equal JSON; 1, 1.0 and true are three different values."""
    if type(left) is not type(right):
        return False
    if isinstance(left, dict):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list):
        return len(left) == len(right) and all(map(same, left, right))
    return left == right


def problem_with(value, kind):
    """What is wrong with a JSON value of a type of lsprotocol, or None."""
    if kind is types.ResponseErrorMessage and value.get("id", 0) is None:
        # JSON-RPC wants the null that lsprotocol leaves out.
        value = {key: member for key, member in value.items() if key != "id"}
    try:
        again = CONVERTER.unstructure(CONVERTER.structure(value, kind), unstructure_as=kind)
    except Exception as error:  # noqa: BLE001 - each kind of failure means that the value does not fit
        return f"no {getattr(kind, '__name__', kind)}: {cattrs.transform_error(error)}"
    if not same(value, json.loads(json.dumps(again))):
        return f"no {getattr(kind, '__name__', kind)}: read as {json.dumps(again)[:300]}"
    return None


def offered(capabilities, path):
    for key in path.split("."):
        capabilities = capabilities.get(key) if isinstance(capabilities, dict) else None
    return capabilities is True or isinstance(capabilities, dict)


class Conversation:
    """One client and one server; collects what the server said wrongly."""

    def __init__(self):
        self.problems = []
        self.messages = 0
        self.capabilities = {}
        self.asked = collections.defaultdict(list)
        self.answered = collections.Counter()
        self.order = []
        self.partial_tokens = {}
        self.progress = {}
        self.creations = {}
        self.versions = {}

    def take(self, line):
        message = line.get("message")
        if line["from"] == "client":
            self.take_from_client(message)
            return
        self.messages += 1
        if "broken" in line:
            self.problems.append(f"no JSON: {line['broken'][:200]}")
            return
        for problem in self.problems_with(message):
            self.problems.append(f"{problem}\n    {json.dumps(message, ensure_ascii=False)[:400]}")

    def take_from_client(self, message):
        if not isinstance(message, dict):
            return
        method, params = message.get("method"), message.get("params")
        if not isinstance(method, str):
            if message.get("id") in self.creations and "error" not in message:
                self.progress[self.creations[message["id"]]] = "created"
            return
        if not isinstance(params, dict):
            params = {}
        if "id" in message:
            # An id of another type gets an answer without an id.
            if isinstance(message["id"], (int, str)) and not isinstance(message["id"], bool):
                self.asked[message["id"]].append(method)
                self.order.append((message["id"], method))
            if params.get("partialResultToken") is not None:
                self.partial_tokens[params["partialResultToken"]] = method
            if params.get("workDoneToken") is not None:
                self.progress[params["workDoneToken"]] = "created"
        if method == "initialize" and not self.capabilities:
            capabilities = params.get("capabilities")
            self.capabilities = capabilities if isinstance(capabilities, dict) else {}
        if method == "textDocument/didOpen":
            self.versions.pop(params.get("textDocument", {}).get("uri"), None)

    def problems_with(self, message):
        if not isinstance(message, dict) or message.get("jsonrpc") != "2.0":
            return ["no JSON-RPC 2.0"]
        if "method" not in message:
            return self.problems_with_answer(message)
        method = message["method"]
        if method not in types.METHOD_TO_TYPES:
            return [f"unknown method {method}"]
        kind = types.METHOD_TO_TYPES[method][0]
        found = [problem_with(message, kind)]
        if "id" in message:
            found.append(self.problem_with_request(message))
        elif method == "$/progress" and not found[0]:
            found.append(self.problem_with_progress(message["params"]))
        elif method == "textDocument/publishDiagnostics" and not found[0]:
            found.append(self.problem_with_version(message["params"]))
        return [problem for problem in found if problem]

    def problems_with_answer(self, message):
        identity = message.get("id")
        if ("result" in message) == ("error" in message):
            return ["an answer has a result or an error, and not both"]
        if "error" in message:
            found = [problem_with(message, types.ResponseErrorMessage)]
        elif identity not in self.asked:
            return [f"answers {identity!r}, which nobody asked"]
        else:
            # Answers come in order, also where a careless client uses an id again.
            methods = self.asked[identity]
            method = methods[min(self.answered[identity], len(methods) - 1)]
            known = types.METHOD_TO_TYPES.get(method)
            if known is None or known[1] is None:
                return [f"a result for {method}, which is no request of the protocol"]
            found = [problem_with(message, known[1])]
        if identity is not None:
            self.answered[identity] += 1
            if self.answered[identity] > len(self.asked.get(identity, [])):
                found.append(f"answers {identity!r} again")
        return [problem for problem in found if problem]

    def problem_with_request(self, message):
        method = message["method"]
        if method not in OFFERS:
            return f"a request {method} that is not known to be the client's"
        if OFFERS[method] and not offered(self.capabilities, OFFERS[method]):
            return f"{method} without {OFFERS[method]}"
        if method == "client/registerCapability":
            for registration in message["params"]["registrations"]:
                path = registration["method"].replace("/", ".") + ".dynamicRegistration"
                if not offered(self.capabilities, path):
                    return f"{method} without {path}"
        if method == "window/workDoneProgress/create":
            self.creations[message["id"]] = message["params"]["token"]
        return None

    def problem_with_progress(self, params):
        token, value = params["token"], params["value"]
        if token in self.partial_tokens:
            kind = PARTIAL_RESULTS.get(self.partial_tokens[token])
            return problem_with(value, kind) if kind else f"partial results of {self.partial_tokens[token]}"
        state = self.progress.get(token)
        stage = value.get("kind") if isinstance(value, dict) else None
        if stage not in PROGRESS or (stage == "begin") != (state == "created") or state not in ("created", "begun"):
            return f"progress '{stage}' for a token that is {state or 'not accepted'}"
        self.progress[token] = "ended" if stage == "end" else "begun"
        return problem_with(value, PROGRESS[stage])

    def problem_with_version(self, params):
        version = params.get("version")
        if version is None:
            self.versions.pop(params["uri"], None)
            return None
        known = self.versions.get(params["uri"])
        self.versions[params["uri"]] = version
        return f"version {version} after {known}" if known is not None and version < known else None

    def finish(self):
        """Answers come in order: once `shutdown` has its answer, all that was asked before must have theirs."""
        for index, (identity, method) in enumerate(self.order):
            if method == "shutdown" and self.answered[identity]:
                for earlier, asked in self.order[:index]:
                    if not self.answered[earlier]:
                        self.problems.append(f"{asked} {earlier!r} was never answered")


def check(lines):
    conversation = Conversation()
    for line in lines:
        conversation.take(line)
    conversation.finish()
    return conversation


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    files = sorted(pathlib.Path(sys.argv[1]).glob("**/*.jsonl"))
    total = wrong = 0
    for file in files:
        with open(file, encoding="utf-8") as lines:
            conversation = check(json.loads(line) for line in lines)
        total += conversation.messages
        wrong += len(conversation.problems)
        for problem in conversation.problems:
            print(f"{file.name}: {problem}")
    print(f"{total} messages of the server in {len(files)} conversations, {wrong} problems")
    sys.exit(1 if wrong or not total else 0)


if __name__ == "__main__":
    main()
