#!/usr/bin/env python3
"""The validator of captured messages finds what is wrong, and only that."""
import unittest

import validate_messages

RANGE = {"start": {"line": 1, "character": 0}, "end": {"line": 1, "character": 5}}
DIAGNOSTIC = {"range": RANGE, "severity": 1, "source": "colophon", "code": "prompting", "message": "no prompt found"}


def client(**message):
    return {"from": "client", "message": {"jsonrpc": "2.0", **message}}


def server(**message):
    return {"from": "server", "message": {"jsonrpc": "2.0", **message}}


def initialize(**capabilities):
    return client(id=0, method="initialize", params={"processId": None, "rootUri": None, "capabilities": capabilities})


def hover(result):
    return [client(id=1, method="textDocument/hover", params={}), server(id=1, result=result)]


def published(**params):
    return server(method="textDocument/publishDiagnostics", params={"uri": "untitled:a", "diagnostics": [], **params})


GOOD = [
    hover(None),
    hover({"contents": {"kind": "markdown", "value": "text"}, "range": RANGE}),
    [published(version=1, diagnostics=[DIAGNOSTIC]), published(version=1), published(version=2)],
    [client(id=1, method="no/such"), server(id=1, error={"code": -32601, "message": "not supported"})],
    [server(id=None, error={"code": -32700, "message": "the message is not JSON"})],
    [
        initialize(window={"workDoneProgress": True}),
        server(id=7, method="window/workDoneProgress/create", params={"token": "scan"}),
        client(id=7, result=None),
        server(method="$/progress", params={"token": "scan", "value": {"kind": "begin", "title": "Reading"}}),
        server(method="$/progress", params={"token": "scan", "value": {"kind": "end"}}),
    ],
    [
        client(id=1, method="workspace/diagnostic", params={"previousResultIds": [], "partialResultToken": "part"}),
        server(method="$/progress", params={"token": "part", "value": {"items": []}}),
        server(id=1, result={"items": []}),
    ],
]

BAD = {
    "an unknown key": hover({"contents": {"kind": "markdown", "value": "text", "isTrusted": True}}),
    "an unknown key at the top": [
        client(id=1, method="textDocument/hover"), server(id=1, result=None, extra=1),
    ],
    "an unknown key in a list": [published(diagnostics=[{**DIAGNOSTIC, "colour": "red"}])],
    "a missing member": hover({"range": RANGE}),
    "a null for an absent member": hover({"contents": {"kind": "markdown", "value": "text"}, "range": None}),
    "a number for a text": [published(diagnostics=[{**DIAGNOSTIC, "message": 5}])],
    "a text for a number": [published(version="1")],
    "a number with a fraction": [published(version=1.5)],
    "a number out of range": [published(diagnostics=[{**DIAGNOSTIC, "severity": 9}])],
    "a null for absent parameters": [
        initialize(workspace={"diagnostics": {"refreshSupport": True}}),
        server(id=7, method="workspace/diagnostic/refresh", params=None),
    ],
    "a negative line": hover({"contents": "text", "range": {**RANGE, "start": {"line": -1, "character": 0}}}),
    "the result of another method": hover({"kind": "full", "items": []}),
    "an answer to nobody": [server(id=3, result=None)],
    "a second answer": hover(None) + [server(id=1, result=None)],
    "a result and an error": [
        client(id=1, method="textDocument/hover"),
        server(id=1, result=None, error={"code": 1, "message": "no"}),
    ],
    "neither a result nor an error": [client(id=1, method="textDocument/hover"), server(id=1)],
    "an error without a message": [client(id=1, method="textDocument/hover"), server(id=1, error={"code": 1})],
    "no JSON": [{"from": "server", "broken": "{not js"}],
    "another JSON-RPC": [{"from": "server", "message": {"jsonrpc": "1.0", "id": None}}],
    "an unknown method": [server(method="colophon/secret", params={})],
    "an older version": [published(version=3), published(version=2)],
    "a request that the client does not offer": [
        initialize(), server(id=7, method="workspace/diagnostic/refresh"),
    ],
    "a registration that the client does not offer": [
        initialize(workspace={"didChangeWatchedFiles": {"dynamicRegistration": False}}),
        server(id=7, method="client/registerCapability", params={
            "registrations": [{"id": "files", "method": "workspace/didChangeWatchedFiles"}]}),
    ],
    "progress that the client did not accept": [
        initialize(window={"workDoneProgress": True}),
        server(id=7, method="window/workDoneProgress/create", params={"token": "scan"}),
        server(method="$/progress", params={"token": "scan", "value": {"kind": "begin", "title": "Reading"}}),
    ],
    "progress that goes on after its end": [
        client(id=1, method="textDocument/hover", params={"workDoneToken": 5}),
        server(method="$/progress", params={"token": 5, "value": {"kind": "begin", "title": "Reading"}}),
        server(method="$/progress", params={"token": 5, "value": {"kind": "end"}}),
        server(method="$/progress", params={"token": 5, "value": {"kind": "report", "percentage": 5}}),
    ],
    "a partial result of the wrong shape": [
        client(id=1, method="workspace/diagnostic", params={"partialResultToken": "part"}),
        server(method="$/progress", params={"token": "part", "value": {"items": [{"kind": "full"}]}}),
    ],
    "no answer": [
        client(id=1, method="textDocument/hover"), client(id=2, method="shutdown"), server(id=2, result=None),
    ],
}


class ValidatorTests(unittest.TestCase):
    def test_good_conversations_pass(self):
        for lines in GOOD:
            self.assertEqual(validate_messages.check(lines).problems, [])

    def test_each_bad_message_is_found(self):
        for name, lines in BAD.items():
            with self.subTest(name):
                self.assertEqual(len(validate_messages.check(lines).problems), 1)


if __name__ == "__main__":
    unittest.main()
