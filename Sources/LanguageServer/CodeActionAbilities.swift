import LanguageServerWire

/// What the client can do with code actions.
package struct CodeActionAbilities: Sendable, Equatable {
  /// Actions may be objects; clients that take commands only get none.
  package let takesLiterals: Bool
  /// The edit may be left out until the author has chosen.
  package let resolvesEdits: Bool
  package let showsPreferred: Bool
  /// Edits may hold snippets (LSP 3.18).
  package let takesSnippets: Bool

  package init(_ capabilities: JSONValue) {
    let actions = capabilities[path: "textDocument", "codeAction"]
    let edits = capabilities[path: "workspace", "workspaceEdit"]
    takesLiterals = !actions["codeActionLiteralSupport"].isNull
    let properties = actions[path: "resolveSupport", "properties"].array ?? []
    resolvesEdits = properties.contains("edit") && actions["dataSupport"].bool == true
    showsPreferred = actions["isPreferredSupport"].bool == true
    takesSnippets = edits["snippetEditSupport"].bool == true && edits["documentChanges"].bool == true
  }
}
