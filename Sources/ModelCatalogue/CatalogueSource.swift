/// A public source that rows of the catalogue were taken from.
package struct CatalogueSource: Sendable, Equatable {
  package let title: String
  /// The version or the date of the copy that was read.
  package let edition: String

  /// When the catalogue was put together: what its sources said later is not in it.
  package static let catalogueDate = "2026-11"

  /// The sources that a row's last field names, each once; memory and derivation are no sources.
  package static func sources(in field: String) -> [CatalogueSource] {
    var found: [CatalogueSource] = []
    for part in field.split(separator: ";") {
      let name = part.drop { $0 == " " }
      guard !unnamed.contains(where: name.hasPrefix) else { continue }
      let row = table.first { name.hasPrefix($0.prefix) || name.contains("/" + $0.prefix) }
      // The tables cut long lists of sources short: the beginning of a name names nothing.
      if row == nil, table.contains(where: { $0.prefix.hasPrefix(name) }) { continue }
      // "owner/repository:file" is the repository.
      let repository = name.prefix { $0 != ":" }.split(separator: "/").last ?? name
      let title = row?.title ?? String(repository)
      let source = CatalogueSource(title: title, edition: row?.edition ?? "")
      if !found.contains(source) { found.append(source) }
    }
    return found
  }

  /// "Epoch AI, AI Models (2025-04)".
  package var label: String { edition.isEmpty ? title : "\(title) (\(edition))" }

  /// Title, edition and date: "timm 1.0.31, 2026-11"; an edition that is a date, or ends in one, needs no other.
  package var dated: String {
    let whole = edition.isEmpty ? title : "\(title) \(edition)"
    let hasDate = edition.split(separator: " ").last.map { $0.count == 7 && $0.dropFirst(4).first == "-" } ?? false
    return hasDate ? whole : "\(whole), \(Self.catalogueDate)"
  }

  private static let unnamed = ["memory", "common name", "derived from", "families.tsv", "public text", "name"]

  /// Beginnings of the names in the tables, with the editions that were read.
  private static let table: [(prefix: String, title: String, edition: String)] = [
    ("epoch-all_ai_models", "Epoch AI, AI Models", "2025-04"),
    ("transformers-docs", "Hugging Face transformers, documentation", "4.57.3, 2025-12"),
    ("transformers_4573", "Hugging Face transformers, documentation", "4.57.3, 2025-12"),
    ("transformers-4", "Hugging Face transformers", "4.37.2"), ("transformers-", "Hugging Face transformers", "5.23.0"),
    ("timm", "timm", "1.0.31"), ("torchvision", "torchvision", "0.29.2"), ("open_clip", "open_clip", "3.3.0"),
    ("litellm", "litellm", "1.109.1"), ("models.dev", "models.dev", "2026-07"),
    ("helm", "HELM, model metadata", "2026-06"),
    ("mteb", "mteb", "2.26.24"), ("keras_hub", "KerasHub", "0.32.0"), ("keras", "Keras", "3.15.1"),
    ("tfhub.dev", "TensorFlow Hub", "2024-03"), ("mmpretrain", "mmpretrain", "2024-11"),
    ("pytorch/hub", "PyTorch Hub", "2024-04"), ("ultralytics", "ultralytics", "8.4.190"),
    ("spacy-models", "spaCy models", "2025-05"), ("model-zoo", "MONAI model zoo", "2024-10"),
    ("MONAI model-zoo", "MONAI model zoo", "2024-10"), ("totalsegmentator", "TotalSegmentator", "2.18.0"),
    ("collection-bioimage-io", "BioImage.IO", "2024-04"), ("bioimage-io", "BioImage.IO", "2024-04"),
    ("matbench-discovery", "Matbench Discovery", "2026-07"), ("ProteinGym", "ProteinGym", "2025-07"),
    ("TRIDENT", "TRIDENT", "2026-06"), ("PeaTMOSS", "PeaTMOSS", "2025-01"), ("PTMTorrent", "PTMTorrent", "2023-01"),
    ("research_ai-usage-in-science", "Synovic et al. 2026, names", "2026-05"),
    ("pypi", "PyPI", "2026-11"), ("PyPI", "PyPI", "2026-11"),
  ]
}
