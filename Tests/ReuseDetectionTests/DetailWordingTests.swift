import ReuseDetection
import Testing

/// One way to put a detail into words, behind a sentence that tells of the model.
struct Wording: Sendable, CustomTestStringConvertible {
  let detail: Detail
  let sentence: String
  let isStated: Bool

  static func states(_ detail: Detail, _ sentence: String) -> Wording {
    Wording(detail: detail, sentence: sentence, isStated: true)
  }

  static func leavesOpen(_ detail: Detail, _ sentence: String) -> Wording {
    Wording(detail: detail, sentence: sentence, isStated: false)
  }

  var testDescription: String { "\(detail): \(sentence)" }

  func check(of name: String, told sentence: String) {
    let passage = DetailPassage("# Methods\n\(sentence) \(self.sentence)")
    passage.check(detail, of: name, is: isStated ? .present : .missing)
  }
}

@Test(arguments: [
  Wording.states(.modelVersion, "We accessed the 2024-08-06 release of the model."),
  .leavesOpen(.modelVersion, "All calls went to the gpt-4o endpoint."),
  .states(.accessDate, "All queries were made between 3 and 7 March 2025."),
  .states(.accessDate, "Queries ran from 2025-01-10 to 2025-01-12."),
  .leavesOpen(.accessDate, "Abstracts published between 2010 and 2020 were included."),
  .leavesOpen(.accessDate, "Data were last accessed on 3 May 2024 from PubMed."),
  .states(.decodingParameters, "Default sampling settings were kept."),
  .leavesOpen(.decodingParameters, "The water temperature was 12 degrees."),
  .states(.promptText, "The prompt read: \u{201C}Is this abstract about soil? Answer yes or no.\u{201D}"),
  .states(.promptText, "Box 1 shows the instructions given to the model."),
  .leavesOpen(.promptText, "Prompts were refined iteratively."),
  .states(.modelVariant, "We chose the mini variant."),
])
func detailsOfAPromptedModelAreReadInManyWordings(wording: Wording) {
  wording.check(of: "GPT-4o", told: "We prompted GPT-4o to label each abstract.")
}

@Test(arguments: [
  Wording.states(.modelVersion, "We took version 1.1 of the weights."),
  .leavesOpen(.modelVersion, "We used Python version 3.11."),
  .states(.weightsSource, "The pre-trained parameters were obtained from the authors' repository."),
  .leavesOpen(.weightsSource, "The abstracts were obtained from the authors' repository."),
])
func detailsOfAFineTunedModelAreReadInManyWordings(wording: Wording) {
  wording.check(of: "BioBERT", told: "We fine-tuned BioBERT to classify the abstracts.")
}

@Test(arguments: [
  Wording.states(.architectureSource, "The architecture follows Ronneberger et al. (2015)."),
  .leavesOpen(.architectureSource, "The architecture has four levels."),
])
func theSourceOfADesignIsReadInManyWordings(wording: Wording) {
  wording.check(of: "U-Net", told: "We trained a U-Net from scratch to segment the roots.")
}

@Test(arguments: [
  ("We trained a U-Net (Ronneberger et al., 2015) from scratch.", true),
  ("We trained a U-Net (Ronneberger, Fischer and Brox 2015) from scratch.", true),
  ("We trained a U-Net architecture [12] from scratch.", true),
  ("We trained a U-Net (four levels, batch normalisation) from scratch.", false),
  ("We trained a U-Net (on 320 images from 2015) from scratch.", false),
])
func aReferenceWrittenByHandIsACitation(sentence: String, isCited: Bool) {
  let passage = DetailPassage("# Methods\n\(sentence)")
  passage.check(.modelCitation, of: "U-Net", is: isCited ? .present : .missing)
}

@Test func aLinkToThePaperBehindANameIsACitation() {
  let linked = DetailPassage(
    latex: #"\section{Methods} We trained a \href{https://arxiv.org/abs/1505.04597}{U-Net} from scratch."#,
    markdown: "# Methods\n\nWe trained a [U-Net](https://arxiv.org/abs/1505.04597) from scratch.\n")
  linked.check(.modelCitation, of: "U-Net", is: .present)
  let elsewhere = DetailPassage(
    latex: #"\section{Methods} We trained a U-Net on images that \href{https://doi.org/10.1/x}{others} took."#,
    markdown: "# Methods\n\nWe trained a U-Net on images that [others](https://doi.org/10.1/x) took.\n")
  elsewhere.check(.modelCitation, of: "U-Net", is: .missing)
}
