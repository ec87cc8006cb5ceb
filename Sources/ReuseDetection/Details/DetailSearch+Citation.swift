import Manuscripts
import ModelCatalogue

extension DetailSearch {
  /// The keys of a citation with its place in the text and in the source.
  struct Citation: Sendable {
    let keys: [String]
    let offset: Int
    let span: SourceSpan
  }

  /// The citations in a sentence.
  func citations(inSentence sentence: Int) -> [Citation] {
    let tokens = reading.sentences[sentence].tokens
    let number = reading.sentences[sentence].block
    guard let first = tokens.first, let last = tokens.last, !reading.manuscript.blocks[number].marks.isEmpty else {
      return []
    }
    let block = reading.manuscript.blocks[number]
    let range = Int(reading.tokens[first].start)..<Int(reading.tokens[last].end)
    return block.marks.compactMap { mark in
      guard case .citation(let keys) = mark.kind, range.contains(mark.text.lowerBound) else { return nil }
      return Citation(
        keys: keys, offset: mark.text.lowerBound,
        span: SourceSpan(file: block.span.file, range: block.source(of: mark)))
    }
  }

  /// The citations that hang on one of the model's names or on a sibling's.
  func findHungCitations() -> [Citation] {
    var hung: [Citation] = []
    for mentions in [model.mentions, siblingMentions] {
      for mention in mentions {
        guard let offset = hungCitation(on: mention),
          let citation = citations(inSentence: mention.sentence).first(where: { $0.offset == offset })
        else { continue }
        hung.append(citation)
      }
    }
    return hung
  }

  /// A citation that hangs on one of the model's names, else one near it of a work that is the model's paper.
  func findModelCitation() -> DetailFinding? {
    if let citation = hungCitations.first {
      return DetailFinding(state: .present, value: citation.keys.joined(separator: ", "), span: citation.span)
    }
    if let listed = listedCitation() ?? writtenCitation() ?? linkedPaper() { return listed }
    for sentence in near {
      for citation in citations(inSentence: sentence) where citation.keys.contains(where: isOwnPaper) {
        return DetailFinding(state: .present, value: citation.keys.joined(separator: ", "), span: citation.span)
      }
    }
    return nil
  }

  /// One citation of as many works as the sentence names models, or, where every model has its citation, the next one
  /// before another name.
  private func listedCitation() -> DetailFinding? {
    for mention in model.mentions {
      let named = ground.named(inSentence: mention.sentence)
      guard named.count >= 2 else { continue }
      let count = Set(named.map(\.model)).count
      guard count >= 2 else { continue }
      let cited = citations(inSentence: mention.sentence)
      let next = named.map(\.tokens.lowerBound).filter { $0 >= mention.tokens.upperBound }.min() ?? .max
      let own = cited.first { $0.offset >= Int(reading.tokens[mention.tokens.upperBound - 1].end) }
      if let whole = cited.first(where: { $0.keys.count == count }), cited.count == 1 {
        return DetailFinding(state: .present, value: whole.keys.joined(separator: ", "), span: whole.span)
      }
      if let own, cited.count >= count, next == .max || own.offset < Int(reading.tokens[next].start) {
        return DetailFinding(state: .present, value: own.keys.joined(separator: ", "), span: own.span)
      }
    }
    return nil
  }

  /// "U-Net (Ronneberger et al., 2015)", "ResNet-50 [12]": a reference written by hand in brackets behind the name.
  private func writtenCitation() -> DetailFinding? {
    for mention in model.mentions {
      let end = reading.sentences[mention.sentence].tokens.upperBound
      guard
        let opening = (mention.tokens.upperBound..<end).first(where: {
          !isTransparent(reading.tokens[$0]) || isOpening(reading.tokens[$0])
        }), isOpening(reading.tokens[opening])
      else { continue }
      let limit = min(end, opening + Self.longestReference)
      guard let closing = (opening..<limit).first(where: { isClosing(reading.tokens[$0]) }) else { continue }
      let inner = (opening + 1)..<closing
      let isNumbered = reading.tokens[opening].key == 0x5B && inner.allSatisfy { isOfNumberList(reading.tokens[$0]) }
      if !inner.isEmpty, isNumbered || namesAuthorAndYear(inner, mention.sentence) {
        return present(opening..<(closing + 1), mention.sentence)
      }
    }
    return nil
  }

  /// "[BioBERT](https://doi.org/…)", "SciSpacy [https://arxiv.org/…]": a link to a paper that is hung on the name.
  private func linkedPaper() -> DetailFinding? {
    for mention in model.mentions {
      let sentence = reading.sentences[mention.sentence]
      guard !reading.manuscript.blocks[sentence.block].marks.isEmpty else { continue }
      let block = reading.manuscript.blocks[sentence.block]
      let last = min(sentence.tokens.upperBound, mention.tokens.upperBound + Self.linkReach) - 1
      let range = Int(reading.tokens[mention.tokens.lowerBound].start)..<Int(reading.tokens[last].end)
      for mark in block.marks where mark.text.overlaps(range) {
        guard case .link(let url) = mark.kind, Self.isPublisher(url.lowercased()) else {
          continue
        }
        return DetailFinding(
          state: .present, value: url, span: SourceSpan(file: block.span.file, range: block.source(of: mark)))
      }
    }
    return nil
  }

  /// How far behind a name its link begins at the most, in tokens: "model (".
  private static let linkReach = 3
  private static func isPublisher(_ url: String) -> Bool { publishers.contains { url.holds($0) } }
  private static let publishers = [
    "arxiv.org/", "doi.org/", "openreview.net/", "aclanthology.org/", "biorxiv.org/", "medrxiv.org/",
    "nature.com/articles",
    "pubmed.ncbi.nlm.nih.gov/",
  ]

  /// "The architecture follows [12]", "as proposed by Ronneberger et al. (2015)": whose design it is, in a sentence on
  /// the model's design.
  func followedAuthors() -> DetailFinding? {
    for sentence in near
    where reading.has(.architecture, inSentence: sentence) || reading.has(.reimplementation, inSentence: sentence) {
      let tokens = reading.sentences[sentence].tokens
      guard let word = Self.origins.first(in: tokens, reading.tokens) else { continue }
      let behind = word.upperBound..<min(tokens.upperBound, word.upperBound + Self.originReach)
      let source = behind.first { index in
        switch reading.tokens[index].kind {
        case .citation, .textualCitation: true
        case .number: isYear(index, sentence) && behind.contains { reading.tokens[$0].key == Self.others }
        case .word, .punctuation, .formula, .cellBorder: false
        }
      }
      if let source { return present(word.lowerBound..<(source + 1), sentence) }
    }
    return nil
  }

  private static let origins = CueSet([
    "follows", "followed", "following", "proposed by", "proposed in", "described by", "described in", "introduced by",
    "introduced in", "that of", "inspired by", "adapted from", "based on", "as in",
  ])
  /// How far behind these words the reference stands at the most, in tokens.
  private static let originReach = 10
  private static let others = Lexicon.keys(of: "al")[0]

  /// In tokens: a longer stretch in brackets says something else.
  private static let longestReference = 24

  private func isOpening(_ token: Token) -> Bool {
    token.kind == .punctuation && (token.key == 0x28 || token.key == 0x5B)
  }

  private func isClosing(_ token: Token) -> Bool {
    token.kind == .punctuation && (token.key == 0x29 || token.key == 0x5D)
  }

  private func isOfNumberList(_ token: Token) -> Bool {
    token.kind == .number || token.kind == .punctuation && (token.key == 0x2C || token.key == 0x3B)
  }

  /// A capitalised word, and the year that ends the stretch.
  private func namesAuthorAndYear(_ tokens: Range<Int>, _ sentence: Int) -> Bool {
    guard let year = tokens.last(where: { reading.tokens[$0].kind == .number }), tokens.upperBound - year <= 2,
      isYear(year, sentence)
    else { return false }
    return reading.tokens[tokens.lowerBound].kind == .word
      && reading.tokens[tokens.lowerBound].flags.contains(.isCapitalised)
      && (tokens.lowerBound..<year).contains { Self.authorJoints.contains(reading.tokens[$0].key) }
  }

  /// What stands between authors and a year: "et al.", "and", a comma.
  private static let authorJoints = KeySet(Lexicon.keys(of: "al and") + [0x2C, 0x26])

  /// The mentions of other sizes of the family: what is cited for one is cited for all.
  private var siblingMentions: [Mention] {
    ground.models.indices.filter { $0 != query.index && ground.owners.areSiblings($0, query.index) }
      .flatMap { ground.models[$0].mentions }
  }

  /// The offset of a citation with nothing but brackets, a noun such as "model" or words of origin between it and the
  /// name; in a row of a table or at the head of a list item, of any citation behind it.
  private func hungCitation(on mention: Mention) -> Int? {
    let sentence = reading.sentences[mention.sentence]
    let outline = reading.outlines[sentence.block]
    let isEntry =
      outline.isRow || outline.form == .listItem && mention.tokens.lowerBound - sentence.tokens.lowerBound <= 2
    let others = ground.named(inSentence: mention.sentence).filter { $0.model != query.index }
    var depth = 0
    for index in mention.tokens.upperBound..<sentence.tokens.upperBound {
      let token = reading.tokens[index]
      if token.kind == .citation || token.kind == .textualCitation { return Int(token.start) }
      if others.contains(where: { $0.tokens.lowerBound == index }) { return nil }
      if token.kind == .punctuation, token.key == 0x28 || token.key == 0x5B { depth += 1 }
      if isEntry || depth > 0 || isTransparent(token) {
        if token.kind == .punctuation, token.key == 0x29 || token.key == 0x5D { depth -= 1 }
        continue
      }
      return nil
    }
    return nil
  }

  private func isTransparent(_ token: Token) -> Bool {
    switch token.kind {
    case .punctuation: Self.transparentSigns.contains(token.key)
    case .word: Self.transparentWords.contains(token.key) || !token.flags.isDisjoint(with: [.isHyphenated, .isJoined])
    case .number: true
    case .citation, .textualCitation, .formula, .cellBorder: false
    }
  }

  /// Brackets, quotation marks, comma and slash.
  private static let transparentSigns: KeySet = [0x28, 0x29, 0x5B, 0x5D, 0x22, 0x2C, 0x2F, 0x809C, 0x809D]
  private static let transparentWords = KeySet(
    Lexicon.keys(
      of: """
        model models network networks architecture architectures framework algorithm tool toolkit package software
        method approach backbone encoder version v variant weights checkpoint language vision foundation large base
        small proposed introduced described developed presented released in by from of as see trained pretrained pre
        initialised initialized on with a an the imagenet 1k 21k
        """))

  /// The work is the model's paper: the catalogue's identifier, or a title that is the name or opens with it and a
  /// colon.
  private func isOwnPaper(_ key: String) -> Bool {
    guard let work = reading.works[key] else { return false }
    if let family = model.family.map(query.catalogue.family(at:)), let paper = family.paper.confirmedValue?.lowercased()
    {
      if !work.arXiv.isEmpty, paper == "arxiv:" + work.arXiv.lowercased() { return true }
      if !work.doi.isEmpty, paper == "doi:" + work.doi.lowercased() { return true }
    }
    let title = Lexicon.keys(of: work.title.lowercased())
    let name = Lexicon.keys(of: model.name.lowercased())
    guard !name.isEmpty, title.starts(with: name) else { return false }
    return title.count == name.count || opensWithColon(work.title, words: name.count)
  }

  /// The colon of "BERT: Pre-training of …" stands right behind the name's words.
  private func opensWithColon(_ title: String, words: Int) -> Bool {
    guard let colon = title.firstIndex(of: ":") else { return false }
    return Lexicon.keys(of: title[..<colon].lowercased()).count == words
  }
}
