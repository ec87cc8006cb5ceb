// Checks the extension where npm is not at hand: its types, and activate() with stand-ins for the two modules it needs.
"use strict";

const assert = require("node:assert/strict");
const { execFileSync } = require("node:child_process");
const { readFileSync } = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const { test } = require("node:test");

const folder = path.dirname(__dirname);
const read = (file) => JSON.parse(readFileSync(path.join(folder, file), "utf8"));
const contributes = read("package.json").contributes;
const compiled = path.join(folder, "../../.build/vscode/extension.js");

/** What the extension has done to its editor and its client. */
let seen;

/** Lets the extension see these settings, and a client that starts or fails. */
function reset({ settings = {}, failure } = {}) {
  seen = { clients: [], executed: [], registered: new Map(), errors: [], items: [], settings, failure, answer: undefined };
}

const State = { Stopped: 1, Running: 2, Starting: 3, StartFailed: 4 };

class LanguageClient {
  outputChannel = { show: () => seen.executed.push(["log"]) };
  code2ProtocolConverter = { asUri: (uri) => uri.toString() };
  state = State.Stopped;
  log = [];

  constructor(id, name, server, options) {
    Object.assign(this, { id, name, server, options });
    seen.clients.push(this);
  }
  onDidChangeState(listener) {
    this.listener = listener;
  }
  async start() {
    this.become(State.Starting);
    this.log.push("start");
    if (seen.failure) throw new Error(seen.failure);
    this.become(State.Running);
  }
  async stop() {
    this.log.push("stop");
    this.become(State.Stopped);
  }
  become(newState) {
    this.state = newState;
    this.listener({ newState });
  }
}

const vscode = {
  LanguageStatusSeverity: { Information: 0, Warning: 1, Error: 2 },
  Uri: { parse: (text) => ({ toString: () => text }) },
  commands: {
    registerCommand(name, callback) {
      seen.registered.set(name, callback);
      return { dispose() {} };
    },
    executeCommand: async (...call) => void seen.executed.push(call),
  },
  languages: {
    createLanguageStatusItem(id, selector) {
      const item = { id, selector, dispose() {} };
      seen.items.push(item);
      return item;
    },
  },
  window: {
    activeTextEditor: undefined,
    async showErrorMessage(...words) {
      seen.errors.push(words);
      return seen.answer;
    },
    showInformationMessage: async (...words) => void seen.errors.push(words),
  },
  workspace: {
    onDidChangeConfiguration(listener) {
      seen.changeSettings = (name) => listener({ affectsConfiguration: (section) => section === name });
      return { dispose() {} };
    },
    getConfiguration: (section) => ({ get: (name) => seen.settings[`${section}.${name}`] }),
  },
};

const load = Module._load;
Module._load = (name, ...rest) =>
  ({ vscode, "vscode-languageclient/node": { LanguageClient, State } })[name] ?? load(name, ...rest);

/** The compiled extension, active. */
async function activated(options) {
  reset(options);
  delete require.cache[compiled];
  const extension = require(compiled);
  const context = { subscriptions: [] };
  await extension.activate(context);
  return { extension, context, item: seen.items[0], client: seen.clients[0] };
}

test("types hold against stand-ins", () => {
  execFileSync("tsc", ["--project", path.join(__dirname, "tsconfig.json")], { stdio: "inherit" });
});

test("the server is run as 'colophon server' for manuscripts and settings files", async () => {
  const { client, item } = await activated();
  assert.equal(seen.clients.length, 1);
  // The id under which the client looks for 'colophon.trace.server'.
  assert.equal(client.id, "colophon");
  assert.deepEqual(client.server, { command: "colophon", args: ["server"] });
  assert.deepEqual(client.log, ["start"]);
  const languages = ["latex", "tex", "bibtex", "markdown", "quarto", "rmd"];
  assert.deepEqual(client.options.documentSelector, [
    ...languages.flatMap((language) => [{ scheme: "file", language }, { scheme: "untitled", language }]),
    { scheme: "file", pattern: "**/colophon.toml" },
  ]);
  assert.deepEqual(client.options.diagnosticPullOptions, { onChange: true, onSave: true });
  assert.deepEqual(item.selector, client.options.documentSelector);
  assert.deepEqual([item.text, item.detail, item.busy, item.severity], ["Colophon", "colophon server", false, 0]);
  assert.equal(item.command.command, "colophon.restart");
  assert.deepEqual(
    read("package.json").activationEvents,
    [...languages.map((language) => `onLanguage:${language}`), "workspaceContains:colophon.toml"]);
});

test("every contributed command is registered, and no other", async () => {
  const { context } = await activated();
  const names = contributes.commands.map(({ command }) => command);
  assert.deepEqual([...seen.registered.keys()].sort(), names.sort());
  // The status item, the commands and the listener to settings go with the extension.
  assert.equal(context.subscriptions.length, names.length + 2);
});

test("the path is a setting, and a new one restarts the server", async () => {
  const { client, extension } = await activated({ settings: { "colophon.server.path": "/opt/colophon" } });
  assert.deepEqual(client.server, { command: "/opt/colophon", args: ["server"] });
  seen.settings["colophon.server.path"] = "/usr/bin/colophon";
  await seen.changeSettings("colophon.profile");
  assert.equal(seen.clients.length, 1);
  await seen.changeSettings("colophon.server.path");
  assert.deepEqual(client.log, ["start", "stop"]);
  assert.deepEqual(seen.clients[1].server, { command: "/usr/bin/colophon", args: ["server"] });
  await seen.registered.get("colophon.restart")();
  assert.deepEqual(seen.clients.map(({ log }) => log), [["start", "stop"], ["start", "stop"], ["start"]]);
  await extension.deactivate();
  assert.deepEqual(seen.clients[2].log, ["start", "stop"]);
});

test("a server that cannot be run is said once, with the way to the setting", async () => {
  reset();
  const { item } = await activated({ failure: "spawn colophon ENOENT" });
  assert.deepEqual(seen.errors, [
    ["Colophon could not be run as 'colophon server': spawn colophon ENOENT", "Open Settings"],
  ]);
  assert.deepEqual([item.text, item.busy, item.severity], ["Colophon is not running", false, 2]);
  assert.deepEqual(seen.executed, []);
  seen.answer = "Open Settings";
  await seen.registered.get("colophon.restart")();
  await new Promise(setImmediate);
  assert.deepEqual(seen.executed, [["workbench.action.openSettings", "colophon.server.path"]]);
});

test("the status shows a server that ends", async () => {
  const { item, client } = await activated();
  client.become(State.Starting);
  assert.deepEqual([item.text, item.busy], ["Colophon", true]);
  client.become(State.StartFailed);
  assert.deepEqual([item.text, item.busy, item.severity], ["Colophon is not running", false, 2]);
});

test("the inventory of the active editor is shown as rendered Markdown", async () => {
  const { client } = await activated();
  vscode.window.activeTextEditor = undefined;
  await seen.registered.get("colophon.showInventory")();
  assert.deepEqual(seen.errors, [["Open a manuscript to list its models."]]);
  vscode.window.activeTextEditor = { document: { uri: vscode.Uri.parse("file:///paper/main.tex") } };
  await seen.registered.get("colophon.showInventory")();
  assert.deepEqual(seen.executed, [["colophon.inventory", "file:///paper/main.tex", { show: true }]]);

  const showDocument = client.options.middleware.window.showDocument;
  const answer = await showDocument({ uri: "colophon:/inventory/paper/main.tex.md" }, {}, () => assert.fail());
  assert.deepEqual(answer, { success: true });
  const [command, uri] = seen.executed[1];
  assert.equal(command, "markdown.showPreviewToSide");
  assert.equal(uri.toString(), "colophon:/inventory/paper/main.tex.md");
  assert.equal(await showDocument({ uri: "file:///other.md" }, {}, ({ uri }) => uri), "file:///other.md");
});

test("the settings are the server's, with a path and a trace of the editor's own", () => {
  const { properties } = read("../settings.schema.json");
  const own = ["colophon.server.path", "colophon.trace.server"];
  const expected = Object.fromEntries(Object.entries(properties).map(([name, value]) => [`colophon.${name}`, value]));
  const settings = { ...contributes.configuration.properties };
  for (const name of own) {
    assert.ok(settings[name].description);
    delete settings[name];
  }
  assert.deepEqual(settings, expected);
  assert.deepEqual(contributes.configuration.properties["colophon.trace.server"].enum, ["off", "messages", "verbose"]);
});

test("the version is the program's", () => {
  const [, version] = readFileSync(path.join(folder, "../../CITATION.cff"), "utf8").match(/^version: (.*)$/m);
  assert.equal(read("package.json").version, version);
});
