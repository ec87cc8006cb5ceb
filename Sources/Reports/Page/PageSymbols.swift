import ReportingRules
import ReuseDetection

/// The shapes of states and patterns: each is told apart by its outline alone, in print and by the colour-blind.
enum PageSymbols {
  /// The shapes, once for the page.
  static let definitions = HTML.markup(
    """
    <svg class="hidden" aria-hidden="true" focusable="false"><defs>
    <symbol id="i-reported" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="currentColor"/><path d="M4.5 8.3l2.4 2.4 4.6-5" fill="none" stroke="var(--page)" stroke-width="1.8"/></symbol>
    <symbol id="i-delegated" viewBox="0 0 16 16"><rect x="1.5" y="1.5" width="13" height="13" rx="2.5" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M4 8h7M8.2 5l3 3-3 3" fill="none" stroke="currentColor" stroke-width="1.6"/></symbol>
    <symbol id="i-not-found" viewBox="0 0 16 16"><path d="M8 1l7 7-7 7-7-7z" fill="none" stroke="currentColor" stroke-width="2"/></symbol>
    <symbol id="i-not-applicable" viewBox="0 0 16 16"><path d="M5 8h6" stroke="currentColor" stroke-width="1.4"/></symbol>
    <symbol id="i-not-judged" viewBox="0 0 16 16"><path d="M1.5 8q6.5-9 13 0q-6.5 9-13 0z" fill="none" stroke="currentColor" stroke-width="1.4"/><circle cx="8" cy="8" r="2" fill="currentColor"/></symbol>
    <symbol id="i-conceptual" viewBox="0 0 16 16"><path d="M8 2l6.5 12h-13z" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round"/></symbol>
    <symbol id="i-adaptation" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 1.6a6.4 6.4 0 0 1 0 12.8z" fill="currentColor"/></symbol>
    <symbol id="i-deployment" viewBox="0 0 16 16"><rect x="2" y="2" width="12" height="12" fill="currentColor"/></symbol>
    </defs></svg>
    """)

  /// The shape of a state, without words.
  static func shape(_ state: ItemState) -> HTML { icon("i-" + state.rawValue) }

  /// The shape of a pattern, without words.
  static func shape(_ pattern: ReusePattern) -> HTML { icon("i-" + pattern.rawValue) }

  private static func icon(_ id: String) -> HTML {
    Tag.svg(.style(.icon), .with("aria-hidden", "true"), .with("focusable", "false")) {
      Tag.use(.link(to: id)) {}
    }
  }

  static func style(of state: ItemState) -> Attribute.Style {
    switch state {
    case .reported: .reported
    case .delegated: .delegated
    case .notFound: .notFound
    case .notApplicable: .notApplicable
    case .notJudged: .notJudged
    }
  }

  /// A state in shape, colour and words.
  static func state(_ state: ItemState, _ suffix: String = "") -> HTML {
    Tag.span(.style(style(of: state))) {
      shape(state)
      Tag.span { state.words + suffix }
    }
  }

  /// The patterns of a model in shape and words.
  static func patterns(_ model: ReportedModel) -> HTML {
    .joined(
      model.patterns.map { pattern in
        Tag.span(.style(.badge)) {
          shape(pattern)
          Tag.span { "\(pattern.rawValue): \(pattern.plainWords)" }
        }
      })
  }
}
