import CCmark

/// A leaf block of a parsed document, copied out of the parser's tree.
struct CommonMarkLeaf {
  enum Kind: Equatable {
    case heading(Int)
    case paragraph
    case code(String)
    case html
  }

  let kind: Kind
  /// 1-based first and last line.
  let lines: ClosedRange<Int>
  let isInList: Bool
  let isFirstInItem: Bool
  let isQuoted: Bool
  let inlines: [CommonMarkInline]
}

/// An inline event, in order.
enum CommonMarkInline: Equatable {
  case text([UInt8])
  case code([UInt8])
  case html([UInt8])
  case lineBreak
  case openLink(String)
  case closeLink
  case openImage, closeImage
}

/// The one place where the parser's tree is held and freed.
enum CommonMarkTree {
  /// The leaf blocks of a document in order.
  ///
  /// - Parameter definitions: lines `[label]: address` that stand elsewhere; they give no leaf.
  static func leaves(of bytes: ArraySlice<UInt8>, definitions: [UInt8] = []) -> [CommonMarkLeaf] {
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return [] }
    defer { cmark_parser_free(parser) }
    feed(bytes, to: parser)
    if !definitions.isEmpty { feed(([0x0A, 0x0A] + definitions)[...], to: parser) }
    guard let root = cmark_parser_finish(parser) else { return [] }
    defer { cmark_node_free(root) }
    guard let iterator = cmark_iter_new(root) else { return [] }
    defer { cmark_iter_free(iterator) }
    var walker = TreeWalker()
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      if let node = cmark_iter_get_node(iterator) { walker.visit(node, isEntering: event == CMARK_EVENT_ENTER) }
    }
    return walker.leaves
  }

  private static func feed(_ bytes: ArraySlice<UInt8>, to parser: OpaquePointer) {
    bytes.withUnsafeBytes { buffer in
      cmark_parser_feed(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
  }
}

/// Collects leaves from the parser's events.
private struct TreeWalker {
  var leaves: [CommonMarkLeaf] = []
  private var itemDepth = 0
  private var quoteDepth = 0
  private var isFirstInItem = false
  private var inlines: [CommonMarkInline] = []

  mutating func visit(_ node: OpaquePointer, isEntering: Bool) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_ITEM:
      itemDepth += isEntering ? 1 : -1
      if isEntering { isFirstInItem = true }
    case CMARK_NODE_BLOCK_QUOTE: quoteDepth += isEntering ? 1 : -1
    case CMARK_NODE_PARAGRAPH: leaf(node, .paragraph, isEntering)
    case CMARK_NODE_HEADING: leaf(node, .heading(Int(cmark_node_get_heading_level(node))), isEntering)
    case CMARK_NODE_CODE_BLOCK: finish(node, .code(Self.string(cmark_node_get_fence_info(node))))
    case CMARK_NODE_HTML_BLOCK: finish(node, .html)
    case CMARK_NODE_TEXT: inlines.append(.text(Self.bytes(cmark_node_get_literal(node))))
    case CMARK_NODE_CODE: inlines.append(.code(Self.bytes(cmark_node_get_literal(node))))
    case CMARK_NODE_HTML_INLINE: inlines.append(.html(Self.bytes(cmark_node_get_literal(node))))
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: inlines.append(.lineBreak)
    case CMARK_NODE_LINK: inlines.append(isEntering ? .openLink(Self.string(cmark_node_get_url(node))) : .closeLink)
    case CMARK_NODE_IMAGE: inlines.append(isEntering ? .openImage : .closeImage)
    default: break
    }
  }

  private mutating func leaf(_ node: OpaquePointer, _ kind: CommonMarkLeaf.Kind, _ isEntering: Bool) {
    if isEntering { inlines.removeAll() } else { finish(node, kind) }
  }

  private mutating func finish(_ node: OpaquePointer, _ kind: CommonMarkLeaf.Kind) {
    let first = max(1, Int(cmark_node_get_start_line(node)))
    let last = max(first, Int(cmark_node_get_end_line(node)))
    leaves.append(
      CommonMarkLeaf(
        kind: kind, lines: first...last, isInList: itemDepth > 0, isFirstInItem: isFirstInItem,
        isQuoted: quoteDepth > 0, inlines: inlines))
    inlines.removeAll()
    isFirstInItem = false
  }

  private static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
    guard let text else { return [] }
    return Array(String(cString: text).utf8)
  }

  private static func string(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }
}
