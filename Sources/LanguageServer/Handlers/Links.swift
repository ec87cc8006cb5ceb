import LanguageServerWire
import ManuscriptAnalysis
import Manuscripts
import ModelCatalogue

extension Session {
  /// Links from hub ids to their pages, and from citations to the cited work's DOI or arXiv page.
  mutating func links(_ params: JSONValue) throws(RPCError) -> JSONValue {
    guard let uri = params[path: "textDocument", "uri"].string, let document = documents[uri] else {
      throw RPCError(.invalidParams, "the document is not open")
    }
    guard let project = project(of: uri), let file = project.file(at: document.path) else { return [] }
    let found = hubPages(project, file) + citedWorks(project, file)
    let sorted = found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    return .array(sorted.map { ["range": document.positions.json(of: $0.range), "target": .string($0.target)] })
  }

  private func hubPages(_ project: LiveProject, _ file: Int) -> [(range: Range<Int>, target: String)] {
    project.analysis.models.flatMap(\.mentions).filter { $0.span.file == file }.compactMap { mention in
      guard let index = mention.checkpoint else { return nil }
      let checkpoint = Catalogue.embedded.checkpoint(at: index)
      guard checkpoint.host == "huggingface.co", checkpoint.id == mention.surface else { return nil }
      return (mention.span.range, "https://huggingface.co/" + checkpoint.id)
    }
  }

  private func citedWorks(_ project: LiveProject, _ file: Int) -> [(range: Range<Int>, target: String)] {
    let reading = project.analysis.reading
    var links: [(range: Range<Int>, target: String)] = []
    for block in reading.manuscript.blocks where block.span.file == file {
      for mark in block.marks {
        // A citation of several works has no one target.
        guard case .citation(let keys) = mark.kind, keys.count == 1,
          let work = keys.first.flatMap({ reading.works[$0] })
        else { continue }
        if !work.doi.isEmpty {
          links.append((mark.source, "https://doi.org/" + work.doi))
        } else if !work.arXiv.isEmpty {
          links.append((mark.source, "https://arxiv.org/abs/" + work.arXiv))
        }
      }
    }
    return links
  }
}
