extension Manuscript {
  /// Begins a section inside or after another one and returns its index.
  ///
  /// Its kind is the given one, else what its heading says, else its parent's; in an appendix everything but references
  /// and availability is appendix.
  package mutating func openSection(
    title: String, level: Int, kind: Section.Kind? = nil, after current: Int, isAppendix: Bool = false
  ) -> Int {
    var parent: Int? = current
    while let index = parent, sections[index].level >= level { parent = sections[index].parent }
    let inherited = parent.map { sections[$0].kind } ?? .other
    let fallback = inherited == .frontMatter || inherited == .abstract ? .other : inherited
    var own = kind ?? Section.Kind(heading: title) ?? fallback
    if isAppendix, own != .references, own != .availability { own = .appendix }
    sections.append(Section(kind: own, title: title, level: level, parent: parent))
    return sections.count - 1
  }
}
