"""The capabilities that VS Code, Neovim and Emacs have been recorded to send, replayed against the server.

pytest-lsp brings them, those of VS Code from 2022; what its client library sends since is in the file beside this one.
"""

import asyncio
import json
import re

import pytest
from conftest import ACTION, FOOT, HEAD, HERE, MANUSCRIPT, RESULT, SENTENCE, TYPED
from lsprotocol import converters, types
from pytest_lsp import ClientServerConfig, client_capabilities, make_test_lsp_client

# Units of a text in each encoding.
WIDTH = {
    "utf-8": lambda text: len(text.encode()),
    "utf-16": lambda text: len(text.encode("utf-16-le")) // 2,
    "utf-32": len,
}


def capabilities(name):
    file = HERE / f"{name}.json"
    if not file.exists():
        return client_capabilities(name)
    return converters.get_converter().structure(json.loads(file.read_text()), types.ClientCapabilities)


def recorded_client():
    """A client that takes what the server registers."""
    client = make_test_lsp_client()

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(_params):
        return None

    return client


async def until(wanted):
    for _ in range(250):
        if wanted():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("in vain")


async def asks(client, uri, pulls, wanted):
    """What is asked of a document: ranges, asks and severities, sorted; as soon as it is as wanted, or after 5 s."""
    for _ in range(250):
        if pulls:
            parameters = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
            items = (await client.text_document_diagnostic_async(parameters)).items
        else:
            items = client.diagnostics.get(uri, [])
        found = sorted(
            (item.range.start.line, item.range.start.character, item.range.end.character, item.code, int(item.severity))
            for item in items)
        if found == wanted:
            break
        await asyncio.sleep(0.02)
    return found


def offset(text, position, width):
    """Where a position lies in a text, in characters."""
    lines = text.splitlines(keepends=True)
    before = "".join(lines[: position.line])
    line = lines[position.line] if position.line < len(lines) else ""
    return len(before) + next(index for index in range(len(line) + 1) if width(line[:index]) == position.character)


def edited(text, edit, uri, width):
    """A text after a workspace edit."""
    changes = edit.changes[uri] if edit.changes else [part for document in edit.document_changes for part in document.edits]
    for change in sorted(changes, key=lambda change: (change.range.start.line, change.range.start.character), reverse=True):
        start, end = (offset(text, place, width) for place in (change.range.start, change.range.end))
        text = text[:start] + change.new_text + text[end:]
    return text


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "name, encoding, pulls",
    [
        ("visual_studio_code", "utf-16", False),
        ("vscode-languageclient-10.1", "utf-16", True),
        ("neovim@0.7.0", "utf-16", False),
        ("neovim@0.11.0", "utf-8", True),
        ("emacs", "utf-8", False),
    ],
)
async def test_recorded_client(desk, name, encoding, pulls):
    width = WIDTH[encoding]
    uri = desk.manuscript.as_uri()
    folder = desk.manuscript.parent.as_uri()
    client = await ClientServerConfig([str(desk.program), "server"], recorded_client, desk.environment).start()
    parameters = types.InitializeParams(
        capabilities=capabilities(name), root_uri=folder, workspace_folders=[types.WorkspaceFolder(folder, "paper")])
    server = (await client.initialize_session(parameters)).capabilities
    assert server.position_encoding == encoding
    assert server.diagnostic_provider is not None

    # Open: the asks of the command line, at the name behind the emoji.
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "latex", 1, MANUSCRIPT)))
    start = width("😀 We prompted ")
    at_first = [(3, start, start + 5, ask, severity) for ask, severity in desk.asks()]
    assert len(at_first) == 3
    assert await asks(client, uri, pulls, at_first) == at_first

    # Type at the start of the sentence: the asks move on and are hints; save: they settle.
    place = types.Position(3, 0)
    client.text_document_did_change(types.DidChangeTextDocumentParams(
        types.VersionedTextDocumentIdentifier(2, uri),
        [types.TextDocumentContentChangePartial(types.Range(place, place), TYPED)]))
    start += width(TYPED)
    hints = [(3, start, start + 5, ask, 4) for _, _, _, ask, _ in at_first]
    assert await asks(client, uri, pulls, hints) == hints
    client.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))
    if name == "vscode-languageclient-10.1":
        # It pulls, and lets itself be told that there is something new to pull.
        await until(lambda: client.diagnostic_refresh_count == 1)
    settled = [(3, start, start + 5, ask, severity) for _, _, _, ask, severity in at_first]
    assert await asks(client, uri, pulls, settled) == settled

    # Hover and actions at the name.
    caret = types.Position(3, start + 1)
    page = await client.text_document_hover_async(types.HoverParams(types.TextDocumentIdentifier(uri), caret))
    assert "GPT-4" in page.contents.value.splitlines()[0]
    assert page.range == types.Range(types.Position(3, start), types.Position(3, start + 5))
    actions = await client.text_document_code_action_async(types.CodeActionParams(
        types.TextDocumentIdentifier(uri), types.Range(caret, caret), types.CodeActionContext(diagnostics=[])))
    action = next(action for action in actions if re.search(ACTION, action.title))
    if action.edit is None:
        action = await client.code_action_resolve_async(action)
    text = edited(HEAD + TYPED + SENTENCE + FOOT, action.edit, uri, width)
    assert text == RESULT
    client.text_document_did_change(types.DidChangeTextDocumentParams(
        types.VersionedTextDocumentIdentifier(3, uri), [types.TextDocumentContentChangeWholeDocument(text)]))
    assert await asks(client, uri, pulls, []) == []

    await client.shutdown_session()
    desk.check_end()
    print(f"{name}: {encoding}, {'pull' if pulls else 'push'}, at first {at_first}, '{action.title}' applied")
