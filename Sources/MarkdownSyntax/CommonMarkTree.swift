import CCmark

/// The one place where the parser's tree is held and freed.
enum CommonMarkTree {
  /// Appends the leaf blocks of a part of a document in order.
  ///
  /// - Parameters:
  ///   - definitions: lines `[label]: address` that stand elsewhere; they give no leaf.
  ///   - lines: the numbers of the part's lines; a leaf that would begin behind them is left out.
  static func append(
    _ bytes: ArraySlice<UInt8>, definitions: [UInt8] = [], lines: Range<Int> = 1..<Int.max,
    to leaves: inout CommonMarkLeaves
  ) {
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return }
    defer { cmark_parser_free(parser) }
    feed(bytes, to: parser)
    if !definitions.isEmpty {
      feed([0x0A, 0x0A], to: parser)
      feed(definitions[...], to: parser)
    }
    guard let root = cmark_parser_finish(parser) else { return }
    defer { cmark_node_free(root) }
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    var walker = TreeWalker(lines: lines)
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard let node = cmark_iter_get_node(iterator) else { continue }
      walker.visit(node, isEntering: event == CMARK_EVENT_ENTER, &leaves)
    }
  }

  private static func feed(_ bytes: ArraySlice<UInt8>, to parser: OpaquePointer) {
    bytes.withUnsafeBytes { buffer in
      cmark_parser_feed(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
  }
}

/// Collects leaves from the parser's events.
private struct TreeWalker {
  private let lines: Range<Int>
  private var itemDepth = 0
  private var quoteDepth = 0
  private var isFirstInItem = false

  init(lines: Range<Int>) { self.lines = lines }

  mutating func visit(_ node: OpaquePointer, isEntering: Bool, _ leaves: inout CommonMarkLeaves) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_ITEM:
      itemDepth += isEntering ? 1 : -1
      if isEntering { isFirstInItem = true }
    case CMARK_NODE_BLOCK_QUOTE: quoteDepth += isEntering ? 1 : -1
    case CMARK_NODE_PARAGRAPH: if !isEntering { finish(node, .paragraph, &leaves) }
    case CMARK_NODE_HEADING:
      if !isEntering { finish(node, .heading(Int(cmark_node_get_heading_level(node))), &leaves) }
    case CMARK_NODE_CODE_BLOCK: finish(node, .code(leaves.literal(cmark_node_get_fence_info(node))), &leaves)
    case CMARK_NODE_HTML_BLOCK: finish(node, .html, &leaves)
    case CMARK_NODE_TEXT: leaves.append(.text(leaves.literal(cmark_node_get_literal(node))))
    case CMARK_NODE_CODE: leaves.append(.code(leaves.literal(cmark_node_get_literal(node))))
    case CMARK_NODE_HTML_INLINE: leaves.append(.html(leaves.literal(cmark_node_get_literal(node))))
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: leaves.append(.lineBreak)
    case CMARK_NODE_LINK:
      leaves.append(isEntering ? .openLink(leaves.literal(cmark_node_get_url(node))) : .closeLink)
    case CMARK_NODE_IMAGE: leaves.append(isEntering ? .openImage : .closeImage)
    default: break
    }
  }

  private mutating func finish(_ node: OpaquePointer, _ kind: CommonMarkLeaf.Kind, _ leaves: inout CommonMarkLeaves) {
    let (isFirst, before) = (isFirstInItem, lines.lowerBound - 1)
    isFirstInItem = false
    let first = max(1, Int(cmark_node_get_start_line(node))) + before
    guard first < lines.upperBound else { return leaves.removeLeaves(from: leaves.leaves.count) }
    let last = min(Int(cmark_node_get_end_line(node)) + before, lines.upperBound - 1)
    leaves.finish(
      kind, first...max(first, last), isInList: itemDepth > 0, isFirstInItem: isFirst, isQuoted: quoteDepth > 0)
  }
}
