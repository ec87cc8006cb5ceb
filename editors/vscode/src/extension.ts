import * as vscode from "vscode";
import { LanguageClient, LanguageClientOptions, ServerOptions, State, WindowMiddleware } from "vscode-languageclient/node";

/** Where manuscripts are written, and where Colophon is set up. */
const languages = ["latex", "tex", "bibtex", "markdown", "quarto", "rmd"];
const selector = [
  ...languages.flatMap((language) => [
    { scheme: "file", language },
    { scheme: "untitled", language },
  ]),
  { scheme: "file", pattern: "**/colophon.toml" },
];

/** The scheme of the documents that the server makes up, such as inventories. */
const pageScheme = "colophon:";

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const status = vscode.languages.createLanguageStatusItem("colophon.status", selector);
  status.name = "Colophon";
  status.command = { title: "Restart", command: "colophon.restart" };
  context.subscriptions.push(
    status,
    vscode.commands.registerCommand("colophon.restart", () => restart(status)),
    vscode.commands.registerCommand("colophon.showInventory", showInventory),
    vscode.commands.registerCommand("colophon.showLog", () => client?.outputChannel.show()),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("colophon.server.path")) await restart(status);
    }),
  );
  await start(status);
}

export async function deactivate(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.stop();
}

/** Runs the server and waits until it answers; says so where it cannot be run. */
async function start(status: vscode.LanguageStatusItem): Promise<void> {
  const path = vscode.workspace.getConfiguration("colophon").get<string>("server.path") || "colophon";
  const server: ServerOptions = { command: path, args: ["server"] };
  const options: LanguageClientOptions = {
    documentSelector: selector,
    outputChannelName: "Colophon",
    // Questions about a sentence that is being written settle when it is saved.
    diagnosticPullOptions: { onChange: true, onSave: true },
    middleware: { window: { showDocument } },
  };
  const starting = new LanguageClient("colophon", "Colophon", server, options);
  client = starting;
  starting.onDidChangeState((change) => show(change.newState, path, status));
  try {
    await starting.start();
  } catch (error) {
    show(State.Stopped, path, status);
    client = undefined;
    // Not awaited: the extension is active while the message stands.
    void complain(`Colophon could not be run as '${path} server': ${error instanceof Error ? error.message : error}`);
  }
}

async function complain(message: string): Promise<void> {
  const settings = "Open Settings";
  if ((await vscode.window.showErrorMessage(message, settings)) === settings) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "colophon.server.path");
  }
}

async function restart(status: vscode.LanguageStatusItem): Promise<void> {
  await deactivate();
  await start(status);
}

function show(state: State, path: string, status: vscode.LanguageStatusItem): void {
  const isAlive = state === State.Running || state === State.Starting;
  status.busy = state === State.Starting;
  status.severity = isAlive ? vscode.LanguageStatusSeverity.Information : vscode.LanguageStatusSeverity.Error;
  status.text = isAlive ? "Colophon" : "Colophon is not running";
  status.detail = `${path} server`;
}

/** Asks the server to show the models of the manuscript in the active editor. */
async function showInventory(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || client?.state !== State.Running) {
    await vscode.window.showInformationMessage("Open a manuscript to list its models.");
    return;
  }
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  await vscode.commands.executeCommand("colophon.inventory", uri, { show: true });
}

/** Shows the server's own documents as rendered Markdown beside the manuscript, all others as they are. */
const showDocument: WindowMiddleware["showDocument"] = async (parameters, token, next) => {
  if (!parameters.uri.startsWith(pageScheme)) return next(parameters, token);
  await vscode.commands.executeCommand("markdown.showPreviewToSide", vscode.Uri.parse(parameters.uri));
  return { success: true };
};
