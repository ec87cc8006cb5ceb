import Manuscripts
import ReuseDetection
import Testing

@Test(arguments: [
  "Data are available from the Smith laboratory, which ran RoBERTa.",
  "Labels were taken from the ontology for RoBERTa.",
  "We used two open CLIP models next to RoBERTa.", "We used the Hugging Face Transformers library.",
])
func placesOfOtherThingsAreNoSourceOfWeights(text: String) {
  DetailPassage("# Methods\nWe fine-tuned RoBERTa on 4,210 posts. \(text)").check(
    .weightsSource, of: "RoBERTa", is: .missing)
}

@Test(arguments: [
  "All checkpoints were taken from Hugging Face.", "We used the HuggingFace repository for the encoders.",
  "Pre-trained weights of all networks were loaded from torchvision.",
])
func aHubThatIsNamedForAllModelsIsTheirSource(text: String) {
  let passage = DetailPassage(
    "# Methods\nWe fine-tuned RoBERTa on 4,210 posts.\nWe fine-tuned XLNet on 4,210 posts.\n\(text)")
  for name in ["RoBERTa", "XLNet"] { passage.check(.weightsSource, of: name, is: .present) }
}

@Test func anAddressBehindAnotherNameIsThatModels() {
  let passage = DetailPassage(
    latex: #"\section{Methods} We fine-tuned XLNet and RoBERTa (\url{https://huggingface.co/roberta-base})."#,
    markdown: "# Methods\n\nWe fine-tuned XLNet and RoBERTa (<https://huggingface.co/roberta-base>).\n")
  passage.check(.weightsSource, of: "RoBERTa", is: .present)
  passage.check(.weightsSource, of: "XLNet", is: .missing)
}

@Test func anArchiveOfDataIsNoSourceOfWeights() {
  let passage = DetailPassage(
    latex: #"\section{Methods} We fine-tuned RoBERTa on our posts (\url{https://zenodo.org/record/1})."#,
    markdown: "# Methods\n\nWe fine-tuned RoBERTa on our posts (<https://zenodo.org/record/1>).\n")
  passage.check(.weightsSource, of: "RoBERTa", is: .missing)
}

@Test func anAddressWrittenInAFootnoteCounts() {
  let passage = DetailPassage(
    latex: #"\section{Methods} Posts were tagged with scispaCy\footnote{https://spacy.io/universe/project/scispacy}."#,
    markdown: "# Methods\n\nPosts were tagged with scispaCy[^1].\n\n[^1]: https://spacy.io/universe/project/scispacy\n")
  passage.check(.weightsSource, of: "scispaCy", is: .present)
}

@Test func thePromptOfATrainingIsNotAJudges() {
  let passage = DetailPassage(
    latex:
      #"\section{Methods} We fine-tuned RoBERTa. \subsection{Training prompt} The prompt guides it during training: "#
      + #"\begin{verbatim}Answer in steps.\end{verbatim} \section{Rating} We prompted GPT-4 to rate the answers."#,
    markdown: "# Methods\n\nWe fine-tuned RoBERTa.\n\n## Training prompt\n\nThe prompt guides it during training:\n\n"
      + "```\nAnswer in steps.\n```\n\n# Rating\n\nWe prompted GPT-4 to rate the answers.\n")
  passage.check(.promptText, of: "GPT-4", is: .missing)
}

@Test func aPromptAnnouncedForAnotherModelIsThatModels() {
  let passage = DetailPassage(
    latex: #"\section{Methods} We prompted GPT-4. We prompted Claude 2 with this prompt: "#
      + #"\begin{verbatim}Label this post.\end{verbatim}"#,
    markdown: "# Methods\n\nWe prompted GPT-4. We prompted Claude 2 with this prompt:\n\n```\nLabel this post.\n```\n")
  passage.check(.promptText, of: "Claude 2", is: .present)
  passage.check(.promptText, of: "GPT-4", is: .missing)
}

@Test func anArchivesInterfaceAnswersNoPrompts() {
  let passage = DetailPassage(
    "# Methods\nRecords were queried through the API of the archive.\nWe prompted Mixtral-8x7B to shorten abstracts.")
  for model in passage.models("Mixtral-8x7B") { #expect(model?.facets.access != .api) }
}
