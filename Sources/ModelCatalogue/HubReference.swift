/// A web address that points to a model.
package struct HubReference: Sendable, Equatable {
  package enum Strength: Sendable {
    /// The address of a model's own page.
    case strong
    /// A place where models are kept beside other things.
    case weak
  }

  package let host: String
  package let strength: Strength
  /// The model's id at its host, where the address gives one.
  package let model: String?

  /// The id of the model whose own page an address is; nil for other pages, which is quickly said of most.
  package static func model(ofPage url: String) -> String? {
    var url = url
    guard modelHosts.contains(url.withUTF8(hostBeginning)) else { return nil }
    guard let reference = parse(url: Array(url.utf8)), reference.strength == .strong else { return nil }
    return reference.model
  }

  /// Reads an address; nil when its host is no source of models or the page is none of a model's.
  /// - Complexity: linear in the address.
  package static func parse(url: [UInt8]) -> HubReference? {
    // Most addresses have other hosts.
    let beginning = url.withUnsafeBufferPointer(hostBeginning)
    guard modelHosts.contains(beginning) || otherHosts.contains(beginning) else { return nil }
    var text = String(decoding: url, as: UTF8.self)[...]
    for prefix in ["https://", "http://", "www."] where text.hasPrefix(prefix) { text = text.dropFirst(prefix.count) }
    let parts = text.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").map(String.init)
    guard let host = parts.first?.lowercased() else { return nil }
    let path = Array(parts.dropFirst())
    switch host {
    case "huggingface.co", "hf.co": return huggingFace(host, path)
    case "tfhub.dev", "kaggle.com": return named(host, path, minimum: 2, keyword: host == "kaggle.com" ? "models" : nil)
    case "modelscope.cn": return named(host, path, minimum: 3, keyword: "models")
    case "ollama.com": return named(host, path, minimum: 2, keyword: "library")
    case "platform.openai.com", "zenodo.org", "figshare.com", "bioimage.io", "github.com", "doi.org", "pytorch.org",
      "ngc.nvidia.com":
      return HubReference(host: host, strength: .weak, model: nil)
    default: return nil
    }
  }

  /// The first three letters of an address's host, as a number.
  private static func hostBeginning(_ url: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var host = url[...]
    for prefix in prefixes where host.starts(with: prefix) { host = host.dropFirst(prefix.count) }
    while host.first == 0x2F { host.removeFirst() }
    return number(host.prefix(3))
  }

  private static func number(_ letters: some Sequence<UInt8>) -> UInt32 {
    letters.reduce(0) { $0 << 8 | UInt32($1 | 0x20) }
  }

  private static let prefixes = ["https://", "http://", "www."].map { Array($0.utf8) }

  /// The beginnings of the hosts in `parse(url:)` that have pages of models.
  private static let modelHosts = ["hug", "hf.", "tfh", "kag", "mod", "oll"].map { number($0.utf8) }
  /// Those of the hosts that keep other things too.
  private static let otherHosts = ["pla", "zen", "fig", "bio", "git", "doi", "pyt", "ngc"].map { number($0.utf8) }

  /// `org/name`, or the single names of the first models; data sets, spaces, papers and documentation are none.
  private static func huggingFace(_ host: String, _ path: [String]) -> HubReference? {
    guard let first = path.first else { return nil }
    let others: Set<String> = [
      "datasets", "spaces", "docs", "papers", "blog", "collections", "join", "models", "tasks", "learn",
      "organizations",
    ]
    guard !others.contains(first) else { return nil }
    if path.count >= 2 { return HubReference(host: host, strength: .strong, model: first + "/" + path[1]) }
    return first.contains("-") || first.contains(where: \.isNumber)
      ? HubReference(host: host, strength: .strong, model: first) : nil
  }

  private static func named(_ host: String, _ path: [String], minimum: Int, keyword: String?) -> HubReference? {
    if let keyword { guard path.first == keyword else { return nil } }
    guard path.count >= minimum else { return nil }
    return HubReference(host: host, strength: .strong, model: path[keyword == nil ? 1 : path.count > 2 ? 2 : 1])
  }
}
