import LanguageServerWire
import ManuscriptAnalysis
import Manuscripts
import ModelCatalogue

/// A place that leads to a page.
private struct FoundLink {
  let range: Range<Int>
  let target: String
  let tooltip: String
}

extension Session {
  /// Links from hub ids to their pages, from citations to the cited work, and from bare DOIs and arXiv ids.
  mutating func links(_ params: JSONValue) throws(RPCError) -> JSONValue {
    guard let uri = params[path: "textDocument", "uri"].string, let document = documents[uri] else {
      throw RPCError(.invalidParams, "the document is not open")
    }
    guard let project = project(of: uri), let file = project.file(at: document.path) else { return [] }
    var found = hubPages(project, file) + citedWorks(project, file)
    found += BareIdentifiers.all(in: document.bytes).filter { bare in
      !found.contains { $0.range.overlaps(bare.range) }
    }.map { FoundLink(range: $0.range, target: $0.target, tooltip: "") }
    found.sort { $0.range.lowerBound < $1.range.lowerBound }
    return .array(
      found.map { link in
        .compact([
          "range": document.positions.json(of: link.range), "target": .string(link.target),
          "tooltip": link.tooltip.isEmpty || !abilities.hasLinkTooltips ? .null : .string(link.tooltip),
        ])
      })
  }

  private func hubPages(_ project: LiveProject, _ file: Int) -> [FoundLink] {
    project.analysis.models.flatMap(\.mentions).filter { $0.span.file == file }.compactMap { mention in
      guard let index = mention.checkpoint else { return nil }
      let checkpoint = Catalogue.embedded.checkpoint(at: index)
      guard checkpoint.isListed, checkpoint.id == mention.surface,
        !Self.goesOn(mention.span, project), let page = WebAddress.page(of: checkpoint.id, at: checkpoint.host)
      else { return nil }
      return FoundLink(range: mention.span.range, target: page, tooltip: "\(checkpoint.id) at Hugging Face")
    }
  }

  /// True when a place is only a part of a longer id.
  private static func goesOn(_ span: SourceSpan, _ project: LiveProject) -> Bool {
    let bytes = project.analysis.reading.manuscript.files[span.file].bytes
    func belongs(_ index: Int) -> Bool {
      bytes.indices.contains(index) && (NameBytes.isName(bytes[index]) || bytes[index] == 0x2F)
    }
    return belongs(span.range.lowerBound - 1) || belongs(span.range.upperBound)
  }

  private func citedWorks(_ project: LiveProject, _ file: Int) -> [FoundLink] {
    let reading = project.analysis.reading
    var links: [FoundLink] = []
    for block in reading.manuscript.blocks where block.span.file == file {
      for mark in block.marks {
        // A citation of several works has no one target.
        guard case .citation(let keys) = mark.kind, keys.count == 1,
          let work = keys.first.flatMap({ reading.works[$0] }), let target = Self.target(of: work)
        else { continue }
        let title = [work.title, work.year].filter { !$0.isEmpty }.joined(separator: ", ")
        links.append(FoundLink(range: block.source(of: mark), target: target, tooltip: title))
      }
    }
    return links
  }

  private static func target(of work: CitedWork) -> String? {
    if !work.doi.isEmpty { return WebAddress.doi(work.doi) }
    if !work.arXiv.isEmpty { return WebAddress.arXiv(work.arXiv) }
    return work.url.isEmpty ? nil : WebAddress.of(identifier: work.url)
  }
}
