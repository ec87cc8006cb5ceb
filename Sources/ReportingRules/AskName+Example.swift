extension AskName {
  /// A manuscript to which the question is put, for a question that is of no rule's examples.
  package var example: Rule.Example? {
    switch self {
    case .whichModel: latex("A vision-language model was queried for a caption of each slide.")
    case .howReused: latex("We trained a U-Net~\\citep{ronneberger2015} on our images.")
    case .conflictingDetail:
      Rule.Example(
        text: "\\begin{abstract}\nWe fine-tuned ResNet-50 on 12,000 images.\n\\end{abstract}\n\n\\section{Methods}\n"
          + "We fine-tuned ResNet-50 on 11,800 images.", isLatex: true, isFlagged: true)
    case .placeholder: latex("We fine-tuned ResNet-50 on XX images.")
    case .retiredSnapshot: markdown("We prompted GPT-4 (`gpt-4-0613`) to label each abstract.")
    case .preprintCited: markdown("We fine-tuned BioBERT [@arxiv:1901.08746] on 1,200 abstracts.")
    case .hubSpelling: markdown("We embedded all proteins with ESM-2 (`facebook/esm2_t33_650M_UR50`).")
    case .nonCommercialWeights:
      markdown(
        "We fine-tuned `nvidia/NV-Embed-v2` on 1,200 sentences.\nWe release the fine-tuned weights under the MIT license.")
    case .whichWeights, .citeModel, .trainingData, .trainingRecipe, .prompting, .pretrainedOrScratch,
      .adaptationMethod, .codeAvailability:
      nil
    }
  }

  /// Where a question that no labels measure may go wrong, or stay away.
  package var limit: String {
    switch self {
    case .whichModel:
      "It goes by a few wordings (\"an LLM\", \"a vision-language model\") beside words of own prompting."
    case .howReused:
      "It is put where the text shows a model at work without saying whose: the answer may be that it was not used."
    case .conflictingDetail:
      "Two values may be of two trainings that the text tells apart in words that Colophon does not know."
    case .placeholder:
      "It goes by signs such as XX and TODO: text that stands for itself may look like one."
    case .retiredSnapshot:
      "Dates are those of the catalogue's sources: what a host said later is not known."
    case .preprintCited:
      "Only papers that a source of the catalogue pairs with their preprints are known."
    case .hubSpelling:
      "Hubs hold far more than the catalogue: an id that differs by one letter may be a model that it does not list."
    case .nonCommercialWeights:
      "Licences are those of the catalogue's sources; a statement is known by a few wordings."
    case .whichWeights, .citeModel, .trainingData, .trainingRecipe, .prompting, .pretrainedOrScratch,
      .adaptationMethod, .codeAvailability:
      "It is as good as what it asks for: its details' pages say how often they were right."
    }
  }

  private func latex(_ text: String) -> Rule.Example {
    Rule.Example(text: "\\section{Methods} " + text, isLatex: true, isFlagged: true)
  }

  private func markdown(_ text: String) -> Rule.Example {
    Rule.Example(text: "# Methods\n\n\(text)\n", isLatex: false, isFlagged: true)
  }
}
