// The part of 'vscode-languageclient/node' 10.1 that the extension uses, for checking its types without npm.

import type { CancellationToken, Disposable, Uri } from "vscode";

export interface Executable {
  command: string;
  args?: string[];
}

export type ServerOptions = Executable;

export interface ShowDocumentParams {
  uri: string;
  external?: boolean;
  takeFocus?: boolean;
}

export interface ShowDocumentResult {
  success: boolean;
}

export type ShowDocumentHandler = (
  parameters: ShowDocumentParams, token: CancellationToken,
) => ShowDocumentResult | PromiseLike<ShowDocumentResult>;

export interface WindowMiddleware {
  showDocument?: (
    parameters: ShowDocumentParams, token: CancellationToken, next: ShowDocumentHandler,
  ) => ShowDocumentResult | PromiseLike<ShowDocumentResult>;
}

export interface LanguageClientOptions {
  documentSelector?: ({ language: string; scheme?: string } | { scheme: string; pattern?: string })[];
  outputChannelName?: string;
  diagnosticPullOptions?: { onChange?: boolean; onSave?: boolean };
  middleware?: { window?: WindowMiddleware };
}

export enum State {
  Stopped = 1,
  Running = 2,
  Starting = 3,
  StartFailed = 4,
}

export class LanguageClient {
  constructor(id: string, name: string, serverOptions: ServerOptions, clientOptions: LanguageClientOptions);
  readonly state: State;
  readonly outputChannel: { show(): void };
  readonly code2ProtocolConverter: { asUri(uri: Uri): string };
  onDidChangeState(listener: (change: { oldState: State; newState: State }) => void): Disposable;
  start(): Promise<void>;
  stop(): Promise<void>;
}
