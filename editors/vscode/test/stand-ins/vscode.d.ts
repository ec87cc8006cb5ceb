// The part of the module 'vscode' that the extension uses, for checking its types where npm is not at hand.

export interface Disposable {
  dispose(): unknown;
}

export type Event<T> = (listener: (event: T) => unknown) => Disposable;

export class Uri {
  static parse(value: string): Uri;
  readonly scheme: string;
}

export interface CancellationToken {
  readonly isCancellationRequested: boolean;
}

export interface TextDocument {
  readonly uri: Uri;
}

export interface DocumentFilter {
  readonly language?: string;
  readonly scheme?: string;
  readonly pattern?: string;
}

export interface Command {
  title: string;
  command: string;
}

export enum LanguageStatusSeverity {
  Information = 0,
  Warning = 1,
  Error = 2,
}

export interface LanguageStatusItem extends Disposable {
  name: string | undefined;
  severity: LanguageStatusSeverity;
  text: string;
  detail?: string;
  busy: boolean;
  command: Command | undefined;
}

export interface ConfigurationChangeEvent {
  affectsConfiguration(section: string): boolean;
}

export interface WorkspaceConfiguration {
  get<T>(section: string): T | undefined;
}

export interface ExtensionContext {
  readonly subscriptions: { dispose(): unknown }[];
}

export namespace commands {
  function registerCommand(command: string, callback: (...args: any[]) => unknown): Disposable;
  function executeCommand<T = unknown>(command: string, ...rest: any[]): Thenable<T>;
}

export namespace languages {
  function createLanguageStatusItem(id: string, selector: readonly DocumentFilter[]): LanguageStatusItem;
}

export namespace window {
  const activeTextEditor: { readonly document: TextDocument } | undefined;
  function showErrorMessage(message: string, ...items: string[]): Thenable<string | undefined>;
  function showInformationMessage(message: string, ...items: string[]): Thenable<string | undefined>;
}

export namespace workspace {
  const onDidChangeConfiguration: Event<ConfigurationChangeEvent>;
  function getConfiguration(section?: string): WorkspaceConfiguration;
}

declare global {
  interface Thenable<T> extends PromiseLike<T> {}
}
