import Foundation
import Testing

private let biology = Colophon.fixtures + "/biology/main.tex"
private let ecology = Colophon.fixtures + "/ecology/paper.qmd"

/// A folder that is there while a test runs.
private func withFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("colophon-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path)
}

@Test func aStatementIsWrittenInTheManuscriptsOwnMarkup() throws {
  let latex = try Colophon.run(["statement", biology])
  #expect(latex.status == 0)
  #expect(latex.output.hasPrefix("\\paragraph{Model reuse.}\nThis work reuses three models.\n"))
  #expect(latex.output.contains("was fine-tuned"))
  #expect(latex.output.contains("[TODO: "))
  let markdown = try Colophon.run(["statement", ecology])
  #expect(markdown.output.hasPrefix("**Model reuse.**\nThis work reuses "))
}

@Test func aStatementCanBeATableInTheOtherMarkup() throws {
  let table = try Colophon.run(["statement", biology, "--format", "markdown", "--layout", "table"]).output
  #expect(table.hasPrefix("| Model | Use | Stated | Not found |\n|---|---|---|---|\n"))
  #expect(table.contains("\n\n: Models reused in this work.\n"))
  let latex = try Colophon.run(["statement", ecology, "--format", "latex", "--layout", "table"]).output
  #expect(latex.hasPrefix("\\begin{table}\n") && latex.contains("\\end{table}\n"))
}

@Test func unknownFormatsGetTheNearestName() throws {
  let format = try Colophon.run(["statement", biology, "--format", "latx"])
  #expect(format.status == 2 && format.output.isEmpty)
  #expect(format.complaints == "colophon: unknown format 'latx'; did you mean 'latex'?\n")
  let layout = try Colophon.run(["statement", biology, "--layout", "tabl"])
  #expect(layout.complaints == "colophon: unknown layout 'tabl'; did you mean 'table'?\n")
  let swapped = try Colophon.run(["statement", biology, "--layout", "tabel"])
  #expect(swapped.status == 2 && swapped.complaints == "colophon: unknown layout 'tabel'; did you mean 'table'?\n")
  let far = try Colophon.run(["statement", biology, "--format", "xyz"])
  #expect(far.status == 2)
  #expect(far.complaints == "colophon: unknown format 'xyz'; known: latex, markdown, json-ld\n")
}

@Test func aManuscriptWithoutReuseGetsAnEmptyStatement() throws {
  try withFolder { folder in
    let path = folder + "/empty.tex"
    try "".write(toFile: path, atomically: true, encoding: .utf8)
    let text = try Colophon.run(["statement", path])
    #expect(text.status == 0 && text.output.isEmpty)
    let graph = try Colophon.run(["statement", path, "--format", "json-ld"])
    #expect(graph.status == 0)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(graph.output.utf8)) as? [String: Any])
    #expect((object["@graph"] as? [Any])?.count == 1)
  }
}

@Test func nothingIsOverwrittenUnlessForced() throws {
  try withFolder { folder in
    let path = folder + "/statement.tex"
    #expect(try Colophon.run(["statement", biology, "-o", path]).status == 0)
    let written = try String(contentsOfFile: path, encoding: .utf8)
    #expect(written == (try Colophon.run(["statement", biology]).output))
    let refused = try Colophon.run(["statement", ecology, "-o", path])
    #expect(refused.status == 2 && refused.complaints.contains("give --force to replace it"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == written)
    #expect(try Colophon.run(["statement", ecology, "-o", path, "--force"]).status == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("\\paragraph{Model reuse.}"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["statement.tex"])
  }
}

@Test func theOutputsNameChoosesTheMarkup() throws {
  try withFolder { folder in
    let starts = ["s.tex": "\\paragraph", "s.md": "**Model reuse.**", "s.jsonld": "{\n  \"@context\"", "s.txt": "\\par"]
    for (name, start) in starts {
      let outcome = try Colophon.run(["statement", biology, "-o", folder + "/" + name])
      let written = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      #expect(outcome.status == 0 && written.hasPrefix(start), "\(name)")
    }
  }
}

@Test func aGraphHasNoLayout() throws {
  let outcome = try Colophon.run(["statement", biology, "--format", "json-ld", "--layout", "table"])
  #expect(outcome.status == 2 && outcome.output.isEmpty)
  #expect(outcome.complaints.hasPrefix("colophon: json-ld has no layout 'table'"))
}

// MARK: JSON-LD

/// The published terms: what each property may stand on and what its value may be.
private struct Vocabulary {
  var classes: [String: [String]] = [:]
  var domains: [String: [String]] = [:]
  var ranges: [String: [String]] = [:]

  init() throws {
    for name in ["fair4ml-0.1.0", "schemaorg-30.0-terms"] {
      let path = Colophon.repository + "/Tests/Fixtures/vocabularies/\(name).jsonld"
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      for term in object["@graph"] as? [[String: Any]] ?? [] {
        guard let id = term["@id"] as? String else { continue }
        let kinds = (term["@type"] as? [String]) ?? [term["@type"] as? String ?? ""]
        if kinds.contains("rdf:Property") {
          domains[id] = ids(term["schema:domainIncludes"])
          ranges[id] = ids(term["schema:rangeIncludes"])
        } else {
          classes[id] = ids(term["rdfs:subClassOf"])
        }
      }
    }
  }

  /// A class with all that it is a subclass of.
  func lineage(_ name: String) -> Set<String> {
    var found: Set<String> = [name]
    for parent in classes[name] ?? [] { found.formUnion(lineage(parent)) }
    return found
  }
}

private func ids(_ value: Any?) -> [String] {
  if let one = value as? [String: Any] { return [one["@id"] as? String ?? ""] }
  return (value as? [[String: Any]] ?? []).compactMap { $0["@id"] as? String }
}

@Test(arguments: ["biology/main.tex", "ecology/paper.qmd", "complete-latex/main.tex", "complete-markdown/paper.md"])
func everyPropertyOfTheGraphIsPublishedForItsSubjectAndValue(path: String) throws {
  let vocabulary = try Vocabulary()
  #expect(vocabulary.domains["fair4ml:fineTunedFrom"] == ["fair4ml:MLModel"])
  let output = try Colophon.run(["statement", Colophon.fixtures + "/" + path, "--format", "json-ld"]).output
  let object = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
  let nodes = try #require(object["@graph"] as? [[String: Any]])
  let types = Dictionary(
    uniqueKeysWithValues: nodes.compactMap { node in (node["@id"] as? String).map { ($0, node["@type"] as? String ?? "") } })
  #expect(nodes.count > 1)
  for node in nodes { try check(node, types, vocabulary) }
}

private func check(_ node: [String: Any], _ types: [String: String], _ vocabulary: Vocabulary) throws {
  let type = try #require(node["@type"] as? String)
  #expect(vocabulary.classes[type] != nil, "\(type)")
  let lineage = vocabulary.lineage(type)
  for (property, value) in node where !property.hasPrefix("@") {
    let domain = try #require(vocabulary.domains[property], "\(property)")
    #expect(!lineage.isDisjoint(with: domain), "\(property) on \(type)")
    for item in value as? [Any] ?? [value] {
      #expect(!kinds(of: item, types, vocabulary).isDisjoint(with: vocabulary.ranges[property] ?? []), "\(property)")
      if let inner = item as? [String: Any], inner["@type"] != nil { try check(inner, types, vocabulary) }
    }
  }
}

/// The classes of a value: of a node the whole lineage, of an address outside the graph `schema:URL`.
private func kinds(of item: Any, _ types: [String: String], _ vocabulary: Vocabulary) -> Set<String> {
  if item is String { return ["schema:Text"] }
  guard let object = item as? [String: Any] else { return [] }
  if let type = object["@type"] as? String { return vocabulary.lineage(type) }
  guard let id = object["@id"] as? String else { return [] }
  return types[id].map(vocabulary.lineage) ?? ["schema:URL"]
}

@Test func aFineTunedModelLeadsToTheReleasedOne() throws {
  let output = try Colophon.run(["statement", biology, "--format", "json-ld"]).output
  let object = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
  let nodes = try #require(object["@graph"] as? [[String: Any]])
  let made = try #require(nodes.first { $0["@id"] as? String == "#esm-2-650m-in-this-work" })
  #expect((made["fair4ml:fineTunedFrom"] as? [String: Any])?["@id"] as? String == "#esm-2-650m")
  #expect(made["schema:name"] as? String == "ESM-2 650M, as adapted in this work")
  let prompted = try #require(nodes.first { $0["@id"] as? String == "#gpt-4" })
  #expect((prompted["schema:description"] as? String)?.contains("Not found in the manuscript: ") == true)
}

@Test func theGraphHoldsNoPathOfTheMachine() throws {
  try withFolder { folder in
    let path = folder + "/paper.md"
    try "# Methods\n\nWe prompted GPT-4 to label each abstract.\n".write(
      toFile: path, atomically: true, encoding: .utf8)
    let output = try Colophon.run(["statement", path, "--format", "json-ld"]).output
    #expect(output.contains("\"schema:name\": \"paper.md\"") && !output.contains(folder))
  }
}

@Test func aStatementCountsCertainModelsAndRepeatsNothing() throws {
  try withFolder { folder in
    let path = folder + "/paper.md"
    let text = """
      # Methods

      We fine-tuned RoBERTa-large on 12,000 abstracts, split 80/10/10, with AdamW and a learning rate of 2e-5.
      We ran FreeSurfer version FreeSurfer 8.0.0 (FreeSurfer 8.0.0) on all scans.
      """
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let output = try Colophon.run(["statement", path]).output
    #expect(output.contains("This work reuses two models.") && output.contains("learning rate "), "\(output)")
    #expect(output.contains("(version 8.0.0; [TODO: citation])"), "\(output)")
  }
}

@Test func anUncertainModelIsNotCountedAsReused() throws {
  try withFolder { folder in
    let path = folder + "/paper.md"
    let text = """
      # Methods

      We prompted GPT-4 to label each abstract.
      BERT embeddings are the input of the classifier.
      """
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let output = try Colophon.run(["statement", path]).output
    #expect(output.contains("This work reuses one model.\n"), "\(output)")
    #expect(output.contains("\nWhether BERT was used is not clear from the text: [TODO: "), "\(output)")
    let graph = try Colophon.run(["statement", path, "--format", "json-ld"]).output
    #expect(graph.contains("Whether it was used is not clear from the manuscript."))
  }
}

@Test func whatCannotBeWrittenIsPointedTo() throws {
  try withFolder { folder in
    let path = folder + "/paper.md"
    let text = """
      # Methods

      We fine-tuned RoBERTa-large on 12,000 abstracts of the PubMedQA dataset with AdamW.

      The weights of RoBERTa-large were taken from Hugging Face.
      """
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let markdown = try Colophon.run(["statement", path]).output
    let note = "RoBERTa-large, stated in the text and not written here: source of the weights [see line 5]"
    #expect(markdown.hasSuffix("<!-- \(note) -->\n"), "\(markdown)")
    #expect(try Colophon.run(["statement", path, "--format", "latex"]).output.hasSuffix("% \(note)\n"))
    let graph = try Colophon.run(["statement", path, "--format", "json-ld"]).output
    #expect(graph.contains("\"schema:name\": \"PubMedQA dataset\""), "\(graph)")
    #expect(graph.contains("Stated in the text: source of the weights (line 5)."), "\(graph)")
  }
}

@Test func datesOfAccessAndSplitsAreWrittenWithTheirPlace() throws {
  try withFolder { folder in
    let path = folder + "/paper.md"
    let text = """
      # Methods

      ## Labels

      We prompted GPT-4 (gpt-4-0613) through the API between 3 March and 5 May 2024 to label each abstract.

      ## Classifier

      We fine-tuned RoBERTa on 4,210 abstracts of the PubMed corpus.
      Abstracts were parted into training and test set, so that no author occurs in both.
      In the same way we fine-tuned DistilBERT.

      """
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let markdown = try Colophon.run(["statement", path]).output
    #expect(markdown.contains("accessed between 3 March and 5 May 2024"))
    let words = "Abstracts were parted into training and test set, so that no author occurs in both"
    #expect(markdown.contains("split: “\(words)”, in Classifier"))
    #expect(!markdown.contains("not written here: split"))
    #expect(markdown.contains("DistilBERT was fine-tuned (") && markdown.contains("split as for RoBERTa"))
    let latex = try Colophon.run(["statement", path, "--format", "latex"]).output
    #expect(latex.contains("split: ``\(words)'', in Classifier"))
    let table = try Colophon.run(["statement", path, "--layout", "table"]).output
    #expect(table.contains("split: “\(words)”, in Classifier"))
    let graph = try Colophon.run(["statement", path, "--format", "json-ld"]).output
    #expect(graph.contains("\"schema:description\": \"split: “\(words)” (line 10)\""))
    #expect(graph.contains("accessed between 3 March and 5 May 2024"))
  }
}

@Test func aSplitThatStandsElsewhereOrNowhereIsSaidSo() throws {
  try withFolder { folder in
    let path = folder + "/paper.tex"
    let start = "\\section{Methods}\nWe fine-tuned RoBERTa on 4,210 abstracts of the PubMed corpus.\n"
    try start.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try Colophon.run(["statement", path]).output.contains("[TODO: split of the data]"))
    try (start + "% colophon: see-supplement training-data-split\n").write(
      toFile: path, atomically: true, encoding: .utf8)
    let delegated = try Colophon.run(["statement", path]).output
    #expect(delegated.contains("split in the supplement or repository") && !delegated.contains("[TODO: split of the data]"))
  }
}
