import ArgumentParser
import ManuscriptAnalysis
import ModelCatalogue
import Reports

/// `colophon catalogue`.
struct CatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue",
    abstract: "Show what the embedded catalogue of models is sure of, with sources and dates.",
    subcommands: [CatalogueShowCommand.self, CatalogueListCommand.self])
}

/// `colophon catalogue show NAME`.
struct CatalogueShowCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the facts on one family or id; what no public source confirms is left out.")

  @Argument(help: "A model's name, a spelling of it, or an id such as gpt-4-0613.") var name: String
  @Option(help: "How to print it: text or json.") var format: Format = .text

  func run() throws {
    let page =
      switch format {
      case .text: CataloguePage.text(named: name)
      case .json: CataloguePage.json(named: name)
      }
    guard let page else {
      let hint = NearestName.hint(NearestName.nearest(to: name, in: Catalogue.embedded.allNames))
      Output.complain("the catalogue has no '\(name)'\(hint)")
      throw Exit.couldNotRun
    }
    Output.write(page)
  }
}

/// `colophon catalogue list`.
struct CatalogueListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List all families, or with --fact all facts of one kind.")

  @Option(help: "variants, moving, retired, published or licence.") var fact: String?

  func run() throws {
    guard let fact else { return Output.write(CataloguePage.list(nil)) }
    guard let kind = CatalogueFact.Kind(rawValue: fact) else {
      let names = CatalogueFact.Kind.allCases.map(\.rawValue)
      Output.complain("unknown kind of fact '\(fact)'" + NearestName.advice(on: fact, among: names))
      throw Exit.couldNotRun
    }
    Output.write(CataloguePage.list(kind))
  }
}
