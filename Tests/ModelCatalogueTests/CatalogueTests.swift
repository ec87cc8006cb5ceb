import ModelCatalogue
import Testing

private let catalogue = Catalogue.embedded

/// The family that a spelling leads to, walked as the detector walks: part by part, as long as some phrase goes on.
private func family(_ spelling: String) -> String? {
  var key = NameKey()
  var folded: [UInt8] = []
  var previous: UInt8?
  var isBroken = false
  for byte in spelling.utf8 {
    guard let next = NameKey.folded(byte) else {
      isBroken = previous != nil
      continue
    }
    let isBorder = previous.map { isBroken || (0x30...0x39).contains($0) != (0x30...0x39).contains(next) } ?? false
    if isBorder, !catalogue.lookup(key.hash).isPrefix { return nil }
    key.append(next)
    folded.append(next)
    previous = next
    isBroken = false
  }
  let entry = catalogue.lookup(key.hash).entries.map(catalogue.entry(at:)).first { $0.key == folded }
  return entry.map { catalogue.family(at: $0.family).name }
}

@Test func thousandsOfFamiliesAreSortedAndUnique() {
  let names = (0..<catalogue.familyCount).map { catalogue.family(at: $0).name }
  #expect(names.count >= 1_000)
  #expect(Set(names).count == names.count)
  #expect(names == names.sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) })
}

/// A release that is shown names the family that it is shown for: rows were joined by rule.
@Test func confirmedReleasesNameTheirFamily() {
  var count = 0
  for family in (0..<catalogue.familyCount).map(catalogue.family(at:)) {
    guard let hub = family.hub.confirmedValue else { continue }
    count += 1
    let path = NameKey.folded(hub.contains("/") ? hub.utf8.drop { $0 != 0x2F } : hub.utf8[...])
    let names = ([family.name] + family.aliases).map { NameKey.folded($0.utf8) }.filter { $0.count > 1 }
    #expect(names.contains { path.contains($0) }, "\(family.name): \(hub)")
  }
  #expect(count > 300)
}

@Test func sourcesAreNamedOnceWithTheirEditions() {
  let field = "Awesome-LLM; Hannibal046/Awesome-LLM:README.md; epoch-all_ai_models(2025-04); memory; transformers-5."
  #expect(
    CatalogueSource.sources(in: field).map(\.label) == [
      "Awesome-LLM", "Epoch AI, AI Models (2025-04)", "Hugging Face transformers (5.23.0)",
    ])
}

@Test(arguments: [
  ("ESM-2", "ESM-2"), ("ESM2", "ESM-2"), ("esm 2", "ESM-2"), ("AlphaFold2", "AlphaFold 2"),
  ("AlphaFold 3", "AlphaFold 3"),
  ("ESMFold", "ESMFold"), ("ProteinMPNN", "ProteinMPNN"), ("RFdiffusion", "RFdiffusion"), ("Enformer", "Enformer"),
  ("Geneformer", "Geneformer"), ("scGPT", "scGPT"), ("MegaDetector", "MegaDetector"), ("BirdNET", "BirdNET"),
  ("GraphCast", "GraphCast"), ("Pangu-Weather", "Pangu-Weather"), ("FourCastNet", "FourCastNet"), ("MACE-MP-0", "MACE"),
  ("CHGNet", "CHGNet"), ("M3GNet", "M3GNet"), ("TotalSegmentator", "TotalSegmentator"), ("nnU-Net", "nnU-Net"),
  ("nnUNet", "nnU-Net"), ("MedSAM", "MedSAM"), ("UNI", "UNI"), ("CONCH", "CONCH"), ("PhaseNet", "PhaseNet"),
  ("EQTransformer", "EQTransformer"), ("AstroCLIP", "AstroCLIP"), ("Zoobot", "Zoobot"), ("TabPFN", "TabPFN"),
  ("Chronos", "Chronos"), ("TimesFM", "TimesFM"), ("Mask R-CNN", "Mask R-CNN"), ("Mask RCNN", "Mask R-CNN"),
  ("U-Net", "U-Net"), ("UNet", "U-Net"), ("Attention U-Net", "Attention U-Net"), ("ResNet50", "ResNet"),
  ("ResNet-50", "ResNet"),
  ("VGG16", "VGG"), ("DenseNet-121", "DenseNet"), ("Inception v3", "Inception v3"), ("ViT-B/16", "ViT"),
  ("CLIP", "CLIP"),
  ("SAM 2", "SAM 2"), ("Segment Anything", "SAM"), ("DINOv2", "DINOv2"), ("YOLOv8", "YOLOv8"), ("GPT-4", "GPT-4"),
  ("gpt-4-0613", "GPT-4"), ("GPT-4o", "GPT-4o"), ("GPT-4o-mini", "GPT-4o mini"), ("GPT-3.5", "GPT-3.5"),
  ("ChatGPT", "ChatGPT"),
  ("Claude 3.5 Sonnet", "Claude 3.5 Sonnet"), ("Claude 2", "Claude 2"), ("Llama 3.1", "Llama 3.1"),
  ("LLaMA-2", "Llama 2"),
  ("Mixtral", "Mixtral"), ("Gemini 1.5 Pro", "Gemini 1.5 Pro"), ("DeepSeek-R1", "DeepSeek-R1"),
  ("Qwen2.5-VL", "Qwen2.5-VL"),
  ("BERT", "BERT"), ("bert-base-uncased", "BERT"), ("RoBERTa", "RoBERTa"), ("DeBERTa-v3", "DeBERTa-v3"),
  ("SciBERT", "SciBERT"),
  ("Whisper", "Whisper"), ("WhisperX", "WhisperX"), ("word2vec", "word2vec"), ("GloVe", "GloVe"),
  ("fastText", "fastText"),
  ("BERTScore", "BERTScore"), ("LPIPS", "LPIPS"), ("Cellpose", "Cellpose"), ("Cellpose-SAM", "Cellpose-SAM"),
  ("StarDist", "StarDist"), ("DeepLabCut", "DeepLabCut"), ("SLEAP", "SLEAP"), ("SignalP", "SignalP"),
  ("ColabFold", "ColabFold"),
  ("facebook/esm2_t33_650M_UR50D", "ESM-2"), ("microsoft/deberta-v3-small", "DeBERTa-v3"),
  ("all-MiniLM-L6-v2", "all-MiniLM-L6-v2"),
])
func wellKnownNamesLeadToTheirFamily(spelling: String, name: String) {
  #expect(family(spelling) == name)
}

@Test(arguments: [
  "the", "model", "network", "CNN", "LSTM", "transformer", "GAN", "MLP", "training", "table", "figure", "method",
  "cells", "image",
])
func ordinaryWordsLeadNowhere(word: String) {
  #expect(family(word) == nil)
}

@Test(arguments: ["SAM", "CLIP", "MACE", "Gemini", "Falcon", "MAE", "UNI", "Aurora", "Phi"])
func homonymsAreMarked(name: String) throws {
  let index = try #require(catalogue.family(named: name))
  #expect(catalogue.family(at: index).ambiguity != .none)
}

@Test func whatIsNotConfirmedIsNeverShown() throws {
  let index = try #require(catalogue.family(named: "MACE"))
  let mace = catalogue.family(at: index)
  #expect(mace.licence.confirmedValue == nil)
  #expect(mace.paper.confirmedValue == "arXiv:2401.00096")
}

@Test func checkpointsKnowTheirDatesAndWhetherTheyArePinned() throws {
  var key = NameKey()
  for byte in NameKey.folded("gpt-4-0613".utf8) { key.append(byte) }
  let entry = try #require(catalogue.lookup(key.hash).entries.map(catalogue.entry(at:)).first { $0.checkpoint != nil })
  let checkpoint = catalogue.checkpoint(at: try #require(entry.checkpoint))
  #expect(checkpoint.isPinned)
  if !checkpoint.released.isEmpty { #expect([7, 10].contains(checkpoint.released.count)) }
}

@Test func ownModelsAreFoundTheSameWay() throws {
  let extended = catalogue.adding([UserModel(name: "FooNet-2", aliases: ["foo net two"])])
  let index = try #require(extended.family(named: "foonet2"))
  #expect(extended.isAdded(family: index))
  #expect(extended.family(at: index).name == "FooNet-2")
}

@Test func hubAddressesAreToldFromOtherPages() {
  let url = { (text: String) in HubReference.parse(url: Array(text.utf8)) }
  #expect(url("https://huggingface.co/openai-community/gpt2-large")?.model == "openai-community/gpt2-large")
  #expect(url("huggingface.co/bert-large-uncased")?.model == "bert-large-uncased")
  #expect(url("https://huggingface.co/datasets/squad") == nil)
  #expect(url("https://example.org/a/b") == nil)
  #expect(url("https://zenodo.org/record/1")?.strength == .weak)
}

@Test func theEmbeddedIndexIsFresh() {
  #expect(Catalogue.embeddedIndex() == Catalogue.freshIndex(), "run 'swift run generate'")
}
