extension Manuscript {
  /// Begins a section inside or after another one and returns its index.
  ///
  /// Its kind is the given one, else its parent's; in an appendix everything but references and availability is
  /// appendix, and what the methods say of language models or ethics is no statement at the manuscript's end.
  mutating func openSection(
    title: String, level: Int, kind: Section.Kind?, after current: Int, isAppendix: Bool
  ) -> Int {
    var parent: Int? = current
    while let index = parent, sections[index].level >= level { parent = sections[index].parent }
    let inherited = parent.map { sections[$0].kind } ?? .other
    let fallback = inherited == .frontMatter || inherited == .abstract ? .other : inherited
    var own = kind ?? fallback
    if own == .acknowledgements, inherited == .methods || inherited == .results { own = inherited }
    if isAppendix, own != .references, own != .availability { own = .appendix }
    sections.append(Section(kind: own, title: title, level: level, parent: parent))
    return sections.count - 1
  }
}
