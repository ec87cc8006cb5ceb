import Manuscripts
import ReuseDetection
import TestSupport
import Testing

/// A study of one model with one more sentence in a paragraph of its own, which may speak of something else.
private func passage(_ sentence: String, section: String = "Results") -> DetailPassage {
  DetailPassage(
    """
    # Methods
    We fine-tuned RoBERTa on 4,210 posts.
    # \(section)
    Rivers were wide.
    Their banks were sandy.
    A gauge was deployed.
    \(sentence)
    """)
}

@Test(arguments: [
  (Detail.contaminationCheck, "The overlap between two binary masks was computed."),
  (.monitoring, "Such maps are critical for monitoring changes of the predictions."),
  (.monitoring, "Memory monitoring was switched on."),
  (.uncertainty, "This significantly reduces the training time."),
  (.uncertainty, "The output was checked by CI."),
  (.limitationsBias, "To address these limitations, we propose a new model."),
  (.limitationsBias, "Access to the river was limited by the flood."),
  (.trainableLayers, "All parameters remain on the device."),
  (.metricDefinition, "The accuracy of the gauges was known."),
  (.baseline, "The left bank was compared with the right bank."),
  (.latency, "The pulse lasted 38 ms."),
  (.humanOversight, "The gauges were checked by two rangers."),
])
func wordsOnOtherThingsReportNothing(_ detail: Detail, _ sentence: String) {
  passage(sentence).check(detail, of: "RoBERTa", is: .missing)
}

@Test(arguments: [
  (Detail.contaminationCheck, "The test texts have no overlap with the training corpus."),
  (.monitoring, "The model outputs were monitored every month."),
  (.uncertainty, "Predictions come with a confidence interval."),
  (.limitationsBias, "A limitation is that the model knows few terms."),
  (.trainableLayers, "All parameters were updated."),
  (.metricDefinition, "The model reached an accuracy of 0.91."),
  (.baseline, "The model outperformed a majority class."),
  (.latency, "Inference took 38 ms for each text."),
  (.humanOversight, "The predictions were checked by two experts."),
])
func wordsOnTheModelOrItsOutputReport(_ detail: Detail, _ sentence: String) {
  passage(sentence).check(detail, of: "RoBERTa", is: .present)
}

@Test func whatIsSaidOfAnotherModelIsNotEverybodys() {
  let passage = DetailPassage(
    """
    # Methods
    We fine-tuned RoBERTa on 4,210 posts.
    # Other models
    We also fine-tuned XLNet on the same posts.
    The predictions of XLNet were checked by two experts.
    """)
  passage.check(.humanOversight, of: "XLNet", is: .present)
  passage.check(.humanOversight, of: "RoBERTa", is: .missing)
}

@Test func helpWithTheWritingIsNoOversight() {
  passage(
    "A tool was used to improve the readability of the text. Afterwards its output was checked by the authors."
  ).check(.humanOversight, of: "RoBERTa", is: .missing)
}

@Test func aTunedModelIsNoTunedPrompt() {
  let text = "# Methods\nWe prompted the instruction-tuned GPT-4 with one prompt."
  DetailPassage(text).check(.promptSelection, of: "GPT-4", is: .missing)
}

@Test(arguments: [
  "We fine-tuned `facebook/dinov2-base` at revision 8a3f2c1 on our images.",
  "We fine-tuned `facebook/dinov2-base` (revision `8a3f2c1`) on our images.",
  "We fine-tuned `facebook/dinov2-base` (commit f9e44c814b77203eae0f5f8c5b1a7f1d2c3e4f50) on our images.",
])
func aRevisionOfAHubIsAVersion(_ sentence: String) {
  let passage = DetailPassage(
    latex: sentence.replacing(#/`([^`]*)`/#) { "\\texttt{\($0.1)}" }, markdown: sentence)
  for found in passage.models("facebook/dinov2-base").map({ $0?.details[.modelVersion] }) {
    #expect(found?.state == .present)
    let value = found?.value ?? ""
    #expect(["revision 8a3f2c1", "commit f9e44c814b77203eae0f5f8c5b1a7f1d2c3e4f50"].contains(value), "\(value)")
  }
}

@Test(arguments: ["at revision dedicated", "at revision 3", "(commit 12)"])
func aWordOrShortNumberIsNoRevision(_ words: String) {
  DetailPassage("We fine-tuned facebook/dinov2-base \(words) on our images.")
    .check(.modelVersion, of: "facebook/dinov2-base", is: .missing)
}

@Test func aSplitByAUnitIsASplit() {
  let passage = DetailPassage(
    """
    # Methods
    We fine-tuned ResNet-50 on 4,210 photographs of birds.
    Images were split by station, so that no station occurs in two parts.
    """)
  passage.check(.trainingDataSplit, of: "ResNet-50", is: .present)
  passage.check(.splitUnit, of: "ResNet-50", is: .present)
  DetailPassage(
    """
    # Methods
    We fine-tuned ResNet-50 on 4,210 photographs of birds.
    The bill was split by the owners.
    """
  ).check(.trainingDataSplit, of: "ResNet-50", is: .missing)
}

@Test func aGenericWordIsNotTheNameOfData() {
  let passage = DetailPassage(
    """
    # Methods
    We fine-tuned ResNet-50 on photographs. The images were labelled.
    """)
  for found in passage.models("ResNet-50") { #expect(found?.details[.trainingDataName]?.value == nil) }
  let named = DetailPassage("# Methods\nWe fine-tuned ResNet-50 on images from the Okavango Delta.")
  for found in named.models("ResNet-50") {
    #expect(found?.details[.trainingDataName]?.value == "images from the Okavango Delta")
  }
}

@Test func aModelRunElsewhereHasNoFrameworkOfTheStudy() {
  let lockfiles = [SourceFile(path: "requirements.txt", bytes: Array("torch==2.3.1\nopenai==1.40.0\n".utf8))]
  let text = "We prompted GPT-4 to code each abstract.\n\nWe fine-tuned RoBERTa on 4,210 posts."
  for main in ["main.tex", "main.md"] {
    let analysis = AnalysisOfText.files([main: text], main: main, lockfiles: lockfiles).inFull()
    #expect(analysis.model("GPT-4")?.details[.runtimeVersion]?.value == "openai 1.40.0 (requirements.txt)")
    #expect(analysis.model("RoBERTa")?.details[.runtimeVersion]?.value == "torch 2.3.1 (requirements.txt)")
  }
}
