import ReuseDetection
import TestSupport
import Testing

/// A methods section with a table of settings, in LaTeX and in Markdown; rows are cells parted by "|".
private func analyses(_ text: String, table rows: [String], caption: String = "Settings") -> [[DetectedModel]] {
  let columns = rows[0].split(separator: "|").count
  let latex =
    "\\section{Methods} \(text)\n\\begin{table}\\caption{\(caption)}\\begin{tabular}{\(String(repeating: "l", count: columns))}\n"
    + rows.map { $0.replacing("|", with: "&") + " \\\\\n" }.joined() + "\\end{tabular}\\end{table}"
  let markdown =
    "# Methods\n\n\(text)\n\n| \(rows[0]) |\n|" + String(repeating: "---|", count: columns) + "\n"
    + rows.dropFirst().map { "| \($0) |\n" }.joined() + "\n: \(caption)\n"
  return [AnalysisOfText.latex(latex).models, AnalysisOfText.markdown(markdown).models]
}

private func check(
  _ models: [[DetectedModel]], _ quantity: DetailValue.Quantity, of name: String, is texts: [String]
) {
  for reading in models {
    let model = reading.first { $0.name == name }
    #expect(model?.values.filter { $0.quantity == quantity }.map(\.text) == texts)
    #expect(model?.details[quantity.detail]?.state == (texts.isEmpty ? .missing : .present))
  }
}

private let trained = "We fine-tuned RoBERTa on 4,210 posts. We fine-tuned XLNet on 4,210 posts."

@Test func aRowOfATableHoldsItsModelsSettings() {
  let models = analyses(
    trained, table: ["Model | Optimiser | Epochs", "RoBERTa | AdamW | 3", "XLNet | SGD | 5"])
  check(models, .epochs, of: "RoBERTa", is: ["3"])
  check(models, .epochs, of: "XLNet", is: ["5"])
  for reading in models {
    #expect(reading.first { $0.name == "RoBERTa" }?.details[.optimiser]?.value == "AdamW")
    #expect(reading.first { $0.name == "XLNet" }?.details[.optimiser]?.value == "SGD")
  }
}

@Test func aNumberOfSeedsInAModelsOwnCellIsNoSeed() {
  let models = analyses(
    trained, table: ["Setting | RoBERTa | XLNet", "Runs | 42 random seeds | 5 seeds", "Seed | 17 | 23"])
  check(models, .seed, of: "RoBERTa", is: ["17"])
  check(models, .seed, of: "XLNet", is: ["23"])
}

@Test func aColumnOfATableHoldsItsModelsSettings() {
  let models = analyses(
    trained, table: ["Setting | RoBERTa | XLNet", "Optimiser | AdamW | SGD", "Epochs | 3 | 5", "Batch size | 16 | --"])
  check(models, .epochs, of: "RoBERTa", is: ["3"])
  check(models, .batchSize, of: "RoBERTa", is: ["16"])
  for reading in models {
    let other = reading.first { $0.name == "XLNet" }
    #expect(other?.details[.optimiser]?.value == "SGD")
    #expect(other?.details[.trainingLength]?.state == .present)
    #expect(other?.values.filter { $0.quantity == .batchSize } == [])
  }
}

@Test func anEmptyCellStatesNothing() {
  let models = analyses(trained, table: ["Setting | RoBERTa | XLNet", "Epochs | 3 | --"])
  check(models, .epochs, of: "RoBERTa", is: ["3"])
  check(models, .epochs, of: "XLNet", is: [])
}

@Test func aTableOfOneModelIsNotAnothers() {
  let models = analyses(
    trained, table: ["Setting | Value", "Optimiser | AdamW", "Epochs | 3"], caption: "Settings of RoBERTa")
  check(models, .epochs, of: "RoBERTa", is: ["Epochs | 3"])
  check(models, .epochs, of: "XLNet", is: [])
}

@Test func aTableThatNamesNoModelIsForAll() {
  let models = analyses(trained, table: ["Setting | Value", "Optimiser | AdamW", "Epochs | 3"])
  check(models, .epochs, of: "RoBERTa", is: ["Epochs | 3"])
  check(models, .epochs, of: "XLNet", is: ["Epochs | 3"])
}

@Test func settingsInFootnotesCaptionsAppendicesAndListingsCount() {
  let latex = [
    "\\section{Methods} We fine-tuned RoBERTa\\footnote{With AdamW for 3 epochs.} on posts.",
    "\\section{Methods} We fine-tuned RoBERTa on posts. \\begin{figure}\\caption{RoBERTa, trained with AdamW for 3 epochs.}\\end{figure}",
    "\\section{Methods} We fine-tuned RoBERTa on posts. \\appendix \\section{Details} We used AdamW for 3 epochs.",
    "\\section{Methods} We fine-tuned RoBERTa on posts. \\begin{verbatim}\noptim = AdamW(lr=2e-5)\nepochs = 3\n\\end{verbatim}",
  ].map { AnalysisOfText.latex($0).models }
  let markdown = [
    "# Methods\n\nWe fine-tuned RoBERTa[^1] on posts.\n\n[^1]: With AdamW for 3 epochs.",
    "# Methods\n\nWe fine-tuned RoBERTa on posts.\n\n# Appendix\n\nWe used AdamW for 3 epochs.",
    "# Methods\n\nWe fine-tuned RoBERTa on posts.\n\n```python\noptim = AdamW(lr=2e-5)\nepochs = 3\n```",
  ].map { AnalysisOfText.markdown($0).models }
  for models in latex + markdown {
    let model = models.first { $0.name == "RoBERTa" }
    #expect(model?.details[.optimiser]?.state == .present)
    #expect(model?.details[.trainingLength]?.state == .present)
  }
}
