import LanguageServerWire

/// What the client can do, as far as it changes what the server sends.
package struct ClientAbilities: Sendable {
  package let encoding: PositionEncoding
  package let pullsDiagnostics: Bool
  package let hasRelatedInformation: Bool
  package let hasCodeDescription: Bool
  package let hasRelatedDocuments: Bool
  package let watchesFiles: Bool
  package let givesConfiguration: Bool
  package let tellsConfiguration: Bool
  package let showsProgress: Bool
  package let refreshesDiagnostics: Bool
  package let refreshesInlayHints: Bool
  package let refreshesCodeLenses: Bool
  package let showsDocuments: Bool
  /// Fetches documents of the server's own making (3.18).
  package let fetchesContent: Bool
  package let hasLinkTooltips: Bool
  package let hasDocumentChanges: Bool
  /// Forms of text that a hover may have, the preferred one first.
  package let hoverFormats: [String]
  /// The same for the documentation of a completion item.
  package let documentationFormats: [String]
  package let codeActions: CodeActionAbilities

  package init(_ capabilities: JSONValue) {
    let offered = capabilities[path: "general", "positionEncodings"].array?.compactMap(\.string) ?? []
    // UTF-8 costs nothing to convert, UTF-16 is what every client must know.
    encoding = [.utf8, .utf32].first { offered.contains($0.rawValue) && !offered.isEmpty } ?? .utf16
    let text = capabilities["textDocument"]
    let workspace = capabilities["workspace"]
    pullsDiagnostics = !text["diagnostic"].isNull
    let diagnostics =
      pullsDiagnostics ? [text["diagnostic"], text["publishDiagnostics"]] : [text["publishDiagnostics"]]
    hasRelatedInformation = diagnostics.contains { $0["relatedInformation"].bool == true }
    hasCodeDescription = diagnostics.contains { $0["codeDescriptionSupport"].bool == true }
    hasRelatedDocuments = text[path: "diagnostic", "relatedDocumentSupport"].bool == true
    watchesFiles = workspace[path: "didChangeWatchedFiles", "dynamicRegistration"].bool == true
    givesConfiguration = workspace["configuration"].bool == true
    tellsConfiguration = workspace[path: "didChangeConfiguration", "dynamicRegistration"].bool == true
    showsProgress = capabilities[path: "window", "workDoneProgress"].bool == true
    refreshesDiagnostics = workspace[path: "diagnostics", "refreshSupport"].bool == true
    refreshesInlayHints = workspace[path: "inlayHint", "refreshSupport"].bool == true
    refreshesCodeLenses = workspace[path: "codeLens", "refreshSupport"].bool == true
    showsDocuments = capabilities[path: "window", "showDocument", "support"].bool == true
    fetchesContent = !workspace["textDocumentContent"].isNull
    hasLinkTooltips = text[path: "documentLink", "tooltipSupport"].bool == true
    let itemFormats = text[path: "completion", "completionItem", "documentationFormat"]
    documentationFormats = itemFormats.array?.compactMap(\.string) ?? []
    hoverFormats = text[path: "hover", "contentFormat"].array?.compactMap(\.string) ?? []
    codeActions = CodeActionAbilities(capabilities)
    hasDocumentChanges = workspace[path: "workspaceEdit", "documentChanges"].bool == true
  }
}
