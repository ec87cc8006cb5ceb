import Manuscripts

/// What most finders ask of a block, in a few bytes: the block itself holds texts, which are slow to pass around.
struct BlockOutline: Sendable {
  /// The kind of a block without what else it says.
  enum Form: Sendable {
    case title, heading, paragraph, listItem, caption, footnote, quotation, tableRow, code, metadata

    init(_ kind: borrowing Block.Kind) {
      self =
        switch kind {
        case .title: .title
        case .heading: .heading
        case .paragraph: .paragraph
        case .listItem: .listItem
        case .caption: .caption
        case .footnote: .footnote
        case .quotation: .quotation
        case .tableRow: .tableRow
        case .code: .code
        case .metadata: .metadata
        }
    }
  }

  let form: Form
  let sectionKind: Section.Kind
  /// Index in `Manuscript.sections`.
  let section: Int
  let float: Int?
  let attachedTo: Int?

  init(_ block: borrowing Block, in sections: [Section]) {
    form = Form(block.kind)
    section = block.section
    sectionKind = sections[block.section].kind
    float = block.float
    attachedTo = block.attachedTo
  }

  /// True for a table's head and its other rows.
  var isRow: Bool { form == .tableRow }
}

/// What tokens and sentences depend on of a block.
struct BlockText {
  let form: BlockOutline.Form
  let bytes: [UInt8]
  let marks: [Mark]

  init(_ block: borrowing Block) {
    form = BlockOutline.Form(block.kind)
    bytes = block.text.bytes
    marks = block.marks
  }
}
