/// A piece of HTML. Text enters it escaped and no other way; markup is what `Tag` makes and what this program holds.
struct HTML: Sendable {
  let source: String

  private init(source: String) { self.source = source }

  /// A text, shown letter by letter. Control characters, which HTML does not allow, are shown as U+FFFD.
  static func text(_ text: String) -> HTML { HTML(source: escaped(text)) }

  /// Markup that stands in this program's source.
  static func markup(_ markup: StaticString) -> HTML { HTML(source: "\(markup)") }

  static func joined(_ pieces: [HTML]) -> HTML { HTML(source: pieces.map(\.source).joined()) }

  fileprivate static func element(_ tag: Tag, _ attributes: [Attribute], _ content: HTML?) -> HTML {
    let words = attributes.map { attribute in
      attribute.value.map { " \(attribute.name)=\"\(escaped($0))\"" } ?? " \(attribute.name)"
    }
    let start = "<\(tag.rawValue)\(words.joined())>"
    return HTML(source: content.map { start + $0.source + "</\(tag.rawValue)>" } ?? start)
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

/// An attribute of an element; without a value it is only named.
struct Attribute: Sendable {
  let name: StaticString
  let value: String?

  static func id(_ value: String) -> Attribute { Attribute(name: "id", value: value) }
  static func style(_ value: Style) -> Attribute { Attribute(name: "class", value: value.rawValue) }
  /// A place in the same page: the report links to nothing else.
  static func link(to id: String) -> Attribute { Attribute(name: "href", value: "#" + id) }
  static func labelled(by id: String) -> Attribute { Attribute(name: "aria-labelledby", value: id) }
  static func with(_ name: StaticString, _ value: String) -> Attribute { Attribute(name: name, value: value) }
  static func flag(_ name: StaticString) -> Attribute { Attribute(name: name, value: nil) }

  /// The classes that the style sheet knows.
  enum Style: String {
    case answers, badge, badges, card, caution, counts, crowd, few, group, hidden, icon, item, items, key, legend, many
    case matrix, muted, note, override, place, questions, scroll, skip, state, summary, vertical, words
    case notFound = "state not-found"
    case reported = "state reported"
    case delegated = "state delegated"
    case notApplicable = "state not-applicable"
    case notJudged = "state not-judged"
  }
}

/// The elements that the page is made of.
enum Tag: String {
  case a, article, blockquote, body, br, caption, code, dd, details, div, dl, dt, footer, h1, h2, h3, h4, head, header
  case html, li, main, mark, meta, nav, ol, p, q, section, small, span, strong, style, summary, svg, table, tbody, td,
    th
  case thead, title, tr, ul, use

  func callAsFunction(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML.element(self, attributes, content())
  }

  /// The element without content and end.
  func void(_ attributes: Attribute...) -> HTML { HTML.element(self, attributes, nil) }
}

/// Puts pieces of HTML and texts one after the other.
@resultBuilder
enum HTMLBuilder {
  static func buildExpression(_ text: String) -> HTML { .text(text) }
  static func buildExpression(_ piece: HTML) -> HTML { piece }
  static func buildExpression(_ pieces: [HTML]) -> HTML { .joined(pieces) }
  static func buildBlock(_ pieces: HTML...) -> HTML { .joined(pieces) }
  static func buildOptional(_ piece: HTML?) -> HTML { piece ?? .joined([]) }
  static func buildEither(first: HTML) -> HTML { first }
  static func buildEither(second: HTML) -> HTML { second }
  static func buildArray(_ pieces: [HTML]) -> HTML { .joined(pieces) }
}
