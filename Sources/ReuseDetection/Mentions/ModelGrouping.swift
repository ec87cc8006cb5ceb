import Manuscripts
import ModelCatalogue

/// The mentions that one record of the inventory stands for.
struct ModelGroup: Sendable {
  let family: Int
  /// Sizes that set it apart from its siblings ("8b", "base"), empty for the bare family.
  let size: String
  var mentions: [CandidateMention]
}

/// Puts mentions together: one group for a model, several where the text tells sizes apart.
enum ModelGrouping {
  /// Groups in order of first mention.
  ///
  /// A bare family name belongs to the only size that the text names; where it names several, to the first of them.
  ///
  /// - Parameter readings: those of the mentions.
  static func groups(
    of mentions: [CandidateMention], _ readings: MentionReadings, _ catalogue: Catalogue
  ) -> [ModelGroup] {
    var families: [Int] = []
    var byFamily: [Int: [CandidateMention]] = [:]
    for mention in mentions {
      if byFamily[mention.family] == nil { families.append(mention.family) }
      byFamily[mention.family, default: []].append(mention)
    }
    return joiningChat(families.flatMap { split(byFamily[$0] ?? [], $0, readings) }, catalogue)
  }

  /// "ChatGPT's gpt-3.5-turbo", "GPT-4 (ChatGPT)": where the product stands right beside its model, they are one.
  private static func joiningChat(_ groups: [ModelGroup], _ catalogue: Catalogue) -> [ModelGroup] {
    guard let chat = groups.firstIndex(where: { catalogue.family(at: $0.family).name == "ChatGPT" }) else {
      return groups
    }
    let beside = groups.indices.filter { index in
      catalogue.family(at: groups[index].family).name.hasPrefix("GPT-")
        && groups[index].mentions.contains { stands($0, beside: groups[chat].mentions) }
    }
    guard beside.count == 1, let model = beside.first else { return groups }
    var joined = groups
    joined[model].mentions = (joined[model].mentions + joined[chat].mentions).sorted {
      $0.tokens.lowerBound < $1.tokens.lowerBound
    }
    joined.remove(at: chat)
    return joined.sorted { ($0.mentions.first?.tokens.lowerBound ?? 0) < ($1.mentions.first?.tokens.lowerBound ?? 0) }
  }

  /// - Parameter others: in reading order.
  private static func stands(_ mention: CandidateMention, beside others: [CandidateMention]) -> Bool {
    let next = Sorted.firstIndex(in: others) { $0.tokens.lowerBound >= mention.tokens.upperBound }
    if next < others.count, others[next].sentence == mention.sentence,
      others[next].tokens.lowerBound - mention.tokens.upperBound <= 1
    {
      return true
    }
    guard next > 0, others[next - 1].sentence == mention.sentence else { return false }
    return (0...2).contains(mention.tokens.lowerBound - others[next - 1].tokens.upperBound)
  }

  private static func split(
    _ mentions: [CandidateMention], _ family: Int, _ readings: MentionReadings
  ) -> [ModelGroup] {
    var groups: [ModelGroup] = []
    var bare: [CandidateMention] = []
    for mention in mentions {
      let size = readings.entry(of: mention).size
      if size.isEmpty {
        bare.append(mention)
      } else if let index = groups.firstIndex(where: { $0.size == size }) {
        groups[index].mentions.append(mention)
      } else {
        groups.append(ModelGroup(family: family, size: size, mentions: [mention]))
      }
    }
    guard !groups.isEmpty else { return [ModelGroup(family: family, size: "", mentions: bare)] }
    groups[0].mentions = (groups[0].mentions + bare).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return groups
  }

  /// True when a mention names the size that sets its group apart, or no size does.
  static func namesSize(_ mention: CandidateMention, of group: ModelGroup, _ readings: MentionReadings) -> Bool {
    group.size.isEmpty || readings.entry(of: mention).size == group.size
  }

  /// The size that a mention names, folded: sizes with a unit win over size words, those over bare numbers.
  static func size(of mention: CandidateMention, in reading: ReadManuscript, _ catalogue: Catalogue) -> String {
    let ownNumbers = catalogue.family(at: mention.family).name.split { !$0.isNumber && $0 != "." }
    let block = reading.sentences[mention.sentence].block
    var units: [String] = []
    var words: [String] = []
    var numbers: [String] = []
    var index = mention.tokens.lowerBound
    while index < mention.tokens.upperBound {
      let token = reading.tokens[index]
      let text = String(decoding: reading.bytes(ofToken: index, inBlock: block), as: UTF8.self).lowercased()
      if token.kind == .number {
        let next = index + 1
        if next < mention.tokens.upperBound, reading.tokens[next].flags.contains(.isJoined),
          let unit = reading.bytes(ofToken: next, inBlock: block).first, reading.tokens[next].range.count == 1,
          "bmkBMK".utf8.contains(unit)
        {
          units.append(text + String(UnicodeScalar(unit | 0x20)))
          index += 2
          continue
        }
        if text.utf8.count <= 3, !ownNumbers.contains(text[...]), index > mention.tokens.lowerBound, isDepth(text) {
          numbers.append(text)
        }
      } else if sizeWords.contains(text) {
        words.append(text)
      }
      index += 1
    }
    if !units.isEmpty { return units.joined(separator: "-") }
    if !words.isEmpty { return words.joined(separator: "-") }
    return numbers.joined(separator: "-")
  }

  /// Depths and patch sizes, not versions: two or three digits without a point.
  private static func isDepth(_ text: String) -> Bool {
    text.utf8.count >= 2 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static let sizeWords: Set<String> = [
    "tiny", "mini", "nano", "small", "base", "medium", "large", "huge", "giant", "xl", "xxl", "xlarge",
  ]

  /// `owner/name` where the text never writes the name alone.
  private static func onlyIdentifier(of group: ModelGroup, named name: String, _ readings: MentionReadings) -> String? {
    guard let first = group.mentions.first else { return nil }
    let written = readings.entry(of: first).text
    guard written.hasSuffix("/" + name),
      group.mentions.dropFirst().allSatisfy({ readings.entry(of: $0).text == written })
    else { return nil }
    return written
  }

  /// The name to show: the spelling the text uses most among the group's fullest ones, else the catalogue's.
  static func name(of group: ModelGroup, _ readings: MentionReadings, _ catalogue: Catalogue) -> String {
    let family = catalogue.family(at: group.family).name
    if catalogue.isAdded(family: group.family) {
      return onlyIdentifier(of: group, named: family, readings) ?? family
    }
    guard !group.size.isEmpty else { return family }
    var counts: [String: Int] = [:]
    var order: [String] = []
    for entry in group.mentions.map(readings.entry(of:)) where entry.size == group.size {
      let surface = entry.text
      if counts[surface] == nil { order.append(surface) }
      counts[surface, default: 0] += surface.contains("/") || surface.contains("_") ? 1 : 2
    }
    return order.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? family
  }
}
