import ManuscriptAnalysis
import Manuscripts
import ReportingRules
import ReuseDetection
import TestSupport
import Testing

/// The diagnostics of a code in a Markdown manuscript with methods.
private func diagnostics(_ code: String, _ text: String) -> [Diagnostic] {
  AnalysisOfText.markdown("# Methods\n\n" + text + "\n").diagnostics.filter { $0.code == code }
}

@Test func aBareNameIsShownWhatItCouldMean() throws {
  let bare = try #require(diagnostics("which-weights", "We embedded all proteins with ESM-2.").first)
  #expect(bare.why.hasSuffix("ESM-2 comes in six sizes, 8M to 15B (fair-esm 2.0.0, 2026-11)."))
  let narrowed = diagnostics("which-weights", "We embedded all proteins with ESM-2 650M.")
  #expect(narrowed.allSatisfy { !$0.why.contains("six sizes") })
}

@Test func aMovingNameIsShownItsSnapshots() throws {
  let moving = try #require(diagnostics("which-weights", "We prompted GPT-4o to label each abstract.").first)
  #expect(moving.why.contains("OpenAI also has gpt-4o-2024-05-13, gpt-4o-2024-08-06 and gpt-4o-2024-11-20"))
}

@Test func aRetiredSnapshotIsAHintWithItsDates() throws {
  let text = "We prompted GPT-4 (`gpt-4-0613`) to label each abstract."
  let hint = try #require(diagnostics("retired-snapshot", text).first)
  #expect(hint.severity == .hint)
  #expect(hint.message == "'gpt-4-0613' is out of service since 2026-10-23")
  #expect(hint.why.contains("Azure retired 'gpt-4-0613' on 2025-06-06 (litellm 1.109.1, 2026-11)."))
  // One host still serves it, and a snapshot that is only discussed is no loss.
  #expect(diagnostics("retired-snapshot", "We prompted GPT-4o (`gpt-4o-2024-05-13`) to label each abstract.") == [])
  #expect(diagnostics("retired-snapshot", "Smith et al. prompted gpt-4-0613 to label abstracts.") == [])
}

@Test func aPreprintThatHasAppearedIsAHint() throws {
  let text = "We fine-tuned BioBERT [@arxiv:1901.08746] on 1,200 abstracts."
  let hint = try #require(diagnostics("preprint-cited", text).first)
  #expect(hint.severity == .hint)
  #expect(hint.message == "'arxiv:1901.08746' is the preprint of a paper that appeared in Bioinformatics 2020")
  let published = "We fine-tuned BioBERT [@doi:10.1093/bioinformatics/btz682] on abstracts."
  #expect(diagnostics("preprint-cited", published) == [])
}

@Test(arguments: [
  ("@article{b, title={BioBERT}, journal={arXiv preprint arXiv:1901.08746}, year={2019}}", true),
  ("@misc{b, title={BioBERT}, eprint={1901.08746}, archivePrefix={arXiv}}", true),
  ("@misc{b, title={BioBERT}, doi={10.48550/arXiv.1901.08746}}", true),
  ("@article{b, title={BioBERT}, journal={Bioinformatics}, eprint={1901.08746}}", false),
  ("@inproceedings{b, title={BioBERT}, booktitle={Proc.}, eprint={1901.08746}}", false),
  ("@article{b, title={BioBERT}, eprint={1901.08746}, doi={10.1093/bioinformatics/btz682}}", false),
])
func onlyAnEntryOfThePreprintAloneCounts(entry: String, isPreprint: Bool) {
  let text = "\\section{Methods}\nWe fine-tuned BioBERT~\\cite{b} on 1,200 abstracts.\n\\bibliography{refs}\n"
  let analysis = AnalysisOfText.files(["main.tex": text, "refs.bib": entry], main: "main.tex")
  #expect(analysis.diagnostics.contains { $0.code == "preprint-cited" } == isPreprint)
}

@Test func aMisspeltHubIdGetsTheListedOne() throws {
  let text = "We embedded all proteins with ESM-2 (`facebook/esm2_t33_650M_UR50`)."
  let hint = try #require(diagnostics("hub-id-spelling", text).first)
  #expect(hint.severity == .hint)
  #expect(
    hint.message == "'facebook/esm2_t33_650M_UR50' is not listed; 'facebook/esm2_t33_650M_UR50D' is")
  #expect(diagnostics("hub-id-spelling", "We used ESM-2 (`facebook/esm2_t33_650M_UR50D`).") == [])
  let linked = "We used ESM-2 from <https://huggingface.co/facebook/esm2-t33-650M-UR50D>."
  #expect(diagnostics("hub-id-spelling", linked).count == 1)
}

@Test(arguments: [
  ("We embedded proteins with `facebook/esm2_t33_650M_UR50E`.", "facebook/esm2_t33_650M_UR50D"),
  ("We embedded images with DINOv2 (huggingface.co/facebook/dinov2-bse).", "facebook/dinov2-base"),
  ("We fine-tuned `google/bert-base-uncasd` on 1,200 abstracts.", "google-bert/bert-base-uncased"),
  ("We fine-tuned `bert-base-uncasd` on 1,200 abstracts.", "bert-base-uncased"),
  ("We fine-tuned BERT from 見huggingface.co/google-bert/bert-base-uncasd here.", "google-bert/bert-base-uncased"),
])
func aSlipIsSeenInTheWholeIdAsWritten(text: String, meant: String) throws {
  let hint = try #require(diagnostics("hub-id-spelling", text).first)
  #expect(hint.message.hasSuffix(" is not listed; '\(meant)' is"))
}

@Test(arguments: [
  "We fine-tuned bert-base-uncasd on 1,200 abstracts.",
  "We embedded images with DINOv2 (huggingface.co/datasets/dinov2-bse).",
  "We embedded images with DINOv2 (huggingface.co/facebook/dinov2-base).",
  "We fine-tuned `bert-base-uncased` on 1,200 abstracts.",
])
func whatIsNoIdOrListedIsNoSlip(text: String) {
  #expect(diagnostics("hub-id-spelling", text) == [])
}

@Test func anIdThatOnlyFactsKnowIsAModel() throws {
  let use = "We embedded texts with `axiotic/ogma-base`."
  let warning = try #require(
    diagnostics("non-commercial-weights", use + " We release the fine-tuned weights under the MIT license.").first)
  #expect(warning.message.hasPrefix("'axiotic/ogma-base' is CC-BY-NC-4.0"))
  #expect(diagnostics("non-commercial-weights", use) == [])
}

@Test func nonCommercialWeightsWarnBesideACommercialStatementOnly() throws {
  let use = "We fine-tuned `nvidia/NV-Embed-v2` on 1,200 sentences."
  let warning = try #require(
    diagnostics("non-commercial-weights", use + " We release the fine-tuned weights under the MIT license.").first)
  #expect(warning.severity == .warning)
  #expect(warning.why.contains("'nvidia/NV-Embed-v2' is under CC-BY-NC-4.0 ("))
  #expect(diagnostics("non-commercial-weights", use) == [])
  #expect(
    diagnostics("non-commercial-weights", use + " We release the code under the MIT license.") == [])
  #expect(
    diagnostics(
      "non-commercial-weights",
      use + " We release the fine-tuned weights under CC BY-NC 4.0, the code under the MIT license.") == [])
}

@Test func factQuestionsAreSilencedLikeOthers() {
  let comment = "<!-- colophon: ignore retired-snapshot -- the answers are published -->\n"
  let text = "We prompted GPT-4 (`gpt-4-0613`) to label each abstract."
  #expect(diagnostics("retired-snapshot", comment + text) == [])
  var configuration = Configuration()
  configuration.severities["retired-snapshot"] = .warning
  let set = AnalysisOfText.markdown("# Methods\n\n" + text + "\n", configuration).diagnostics
  #expect(set.first { $0.code == "retired-snapshot" }?.severity == .warning)
}
