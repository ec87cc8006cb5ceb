import ManuscriptAnalysis
import ReuseDetection
import TestSupport
import Testing

// Made-up methods sections as they are written in many fields, each read in both markups.

/// A passage under a heading with a citation in place of `CITE`, in both markups.
private func cited(_ heading: String, _ text: String, reused: Set<String>) -> Passage {
  let detail = DetailPassage("# \(heading)\n\(text)")
  return Passage(latex: detail.latex, markdown: detail.markdown, reused: reused)
}

@Test(arguments: [
  Passage("Computational details", "The potential CHGNet was employed as released, and MACE-MP-0 was fine-tuned on 420 frames.", reused: ["CHGNet", "MACE"]),
  Passage("Experimental Section", "Structures of the variants were predicted with ESMFold.", reused: ["ESMFold"]),
  Passage("Image analysis", "Nuclei were segmented with StarDist and tracked by hand.", reused: ["StarDist"]),
  Passage("Owl calls", "Recordings were screened with BirdNET and checked by two listeners.", reused: ["BirdNET"]),
])
func aSectionUnderAnyPlainHeadingTellsWork(passage: Passage) { check(passage) }

@Test(arguments: [
  Passage("Methods", "Cells were segmented with Cellpose, StarDist (v0.8) and Mesmer.", reused: ["Cellpose", "StarDist", "Mesmer"]),
  Passage("Methods", "Entities were tagged by three encoders: BioBERT, SciBERT and PubMedBERT.", reused: ["BioBERT", "SciBERT", "PubMedBERT"]),
  Passage("Methods", "Neurons were found with Suite2p, using the Cellpose model for the outlines.", reused: ["Suite2p", "Cellpose"]),
])
func everyNameOfAListIsAnInstrument(passage: Passage) { check(passage) }

@Test(arguments: [
  cited("Methods", "Swarms were delineated with KrillSeg v1.2 CITE, a deep-learning tool for echograms.", reused: ["KrillSeg"]),
  cited("Methods", "We fine-tuned the GlacierNet-S model of Brand et al. CITE on 800 scenes.", reused: ["GlacierNet-S"]),
  cited("Methods", "Retention times were predicted with the neural network PeptideTimer (version 0.4).", reused: ["PeptideTimer"]),
  cited("Methods", "We initialised the encoder with the weights of PaleoScript-v2 and trained it on 3,400 charters.", reused: ["PaleoScript-v2"]),
  cited("Methods", "Grains were outlined with GrainFormer CITE without changes.", reused: ["GrainFormer"]),
])
func aSentenceMayDeclareAnUnlistedModel(passage: Passage) { check(passage) }

@Test(arguments: [
  cited("Methods", "We trained on MossNet CITE and evaluated on LichenNet CITE, two collections of photographs.", reused: []),
  cited("Methods", "Forecasts were initialised from ERA7 at 00 UTC, and LLMs were not used.", reused: []),
  cited("Methods", "We present TidalNet, a convolutional network for gauges, and trained TidalNet on 900 series.", reused: []),
  cited("Introduction", "ReefFormer CITE, a transformer for reefs, was trained on images by its authors.", reused: []),
])
func whatIsTrainedOnOrOnesOwnIsNoUnlistedModel(passage: Passage) { check(passage) }

@Test(arguments: [
  Passage("Methods", "We used the CESM2 climate model and the MAE to judge hindcasts.", reused: []),
  Passage("Methods", "Sentences were parsed with Stanza v1.5.", reused: ["Stanza"]),
  Passage("Methods", "Reads were basecalled with Guppy 6.0.1.", reused: ["Guppy"]),
])
func aVersionTellsAProgramFromAWord(passage: Passage) { check(passage) }

/// The patterns of a model of a methods section, in both markups.
private func patterns(of name: String, in text: String) -> [[ReusePattern]?] {
  DetailPassage("# Methods\n\(text)").models(name).map { $0?.patterns }
}

@Test(arguments: [
  ("RetinaNet", "A RetinaNet was trained for 50 epochs, starting from the COCO weights of torchvision.", ReusePattern.adaptation),
  ("Zoobot", "We took Zoobot, replaced the head and trained it on 1,534 galaxies.", .adaptation),
  ("Prithvi", "We used Prithvi-EO-2.0 as a frozen encoder with a linear decoder.", .adaptation),
  ("crYOLO", "Particles were picked with Topaz (retrained on 15 micrographs) and with crYOLO.", .deployment),
  ("CHGNet", "We fine-tuned MACE-MP-0 on our frames, whereas CHGNet was used as released.", .deployment),
  ("GraphCast", "GraphCast was initialised from ERA5 at noon and run for ten days.", .deployment),
  ("DeepLabCut", "Snouts were tracked with DeepLabCut, which was trained on 450 labelled frames.", .adaptation),
  ("VGG16", "Features came from a VGG16 pretrained on ImageNet that was kept frozen.", .adaptation),
  ("ESM-2", "Our training data were embedded with ESM-2 and clustered.", .deployment),
])
func patternsFollowTheWordsThatAreTheModels(name: String, text: String, pattern: ReusePattern) {
  #expect(patterns(of: name, in: text) == [[pattern], [pattern]])
}

@Test func aStatementOnBothModelsIsAboutTheSectionsModels() {
  let text = """
    # Methods
    ## Preprocessing
    Sentences were split with SciBERT.
    ## Classifiers
    RoBERTa and DistilBERT were compared. Both models were fine-tuned for five epochs.
    """
  let passage = DetailPassage(text)
  #expect(passage.models("SciBERT").map { $0?.patterns } == [[.deployment], [.deployment]])
  #expect(passage.models("DistilBERT").map { $0?.patterns } == [[.adaptation], [.adaptation]])
}

@Test(arguments: [
  DetailPassage("# Methods\n## Use of large language models\nReports were labelled with GPT-4."),
  DetailPassage("# Methods\nThe turns and their Sentence-BERT embeddings were clustered."),
])
func methodsMaySpeakOfLanguageModelsAndOfThings(passage: DetailPassage) {
  for name in ["GPT-4", "Sentence-BERT"] where passage.markdown.contains(name) {
    #expect(passage.models(name).map { $0?.role } == [.reused, .reused])
  }
}

@Test(arguments: [
  Passage("Results", "AlphaFold2 predicts that the two helices form a coiled coil.", reused: ["AlphaFold 2"]),
  Passage("Results", "We found that GPT-4o misread 12 of 80 axes.", reused: ["GPT-4o"]),
  Passage("Results", "Of the 312 hits, 44 had a DeepLoc prediction.", reused: ["DeepLoc"]),
  Passage("Results", "According to Geneformer embeddings, the two states are continuous.", reused: ["Geneformer"]),
  Passage("Methods", "The transcripts (Whisper) were corrected by hand.", reused: ["Whisper"]),
  Passage("Methods", "For the visual branch, we opted for a Swin Transformer.", reused: ["Swin Transformer"]),
  Passage("Methods", "Our classifier sits on top of ResNet-50 features.", reused: ["ResNet-50"]),
  Passage("Methods", "PhoBERT, initialised with the public weights, served as our encoder.", reused: ["PhoBERT"]),
  Passage("Methods", "Embeddings: SciBERT.", reused: ["SciBERT"]),
  Passage("Methods", "Deep features were taken from layer 12 of HuBERT and passed to an SVM.", reused: ["HuBERT"]),
  Passage("Methods", "In March, 50 questions were entered into ChatGPT, Microsoft Copilot and Claude.", reused: ["ChatGPT", "Microsoft Copilot", "Claude"]),
  Passage(latex: "\\section{Methods} Static embeddings were GloVe vectors. \\section{Results} GPT-2 embeddings predicted activity better than GloVe.", markdown: "# Methods\n\nStatic embeddings were GloVe vectors.\n\n# Results\n\nGPT-2 embeddings predicted activity better than GloVe.", reused: ["GloVe", "GPT-2"]),
])
func whatAModelGaveIsUse(passage: Passage) { check(passage) }

@Test(arguments: [
  Passage("Methods", "ChatGPT helped with the code of the figures.", reused: []),
  Passage("Methods", "We used ESMFold weights (downloaded from https://ftp.institute.org/pub/AlphaFold/x).", reused: ["ESMFold"]),
  Passage("Methods", "The Southern Annular Mode (SAM) was regressed on sea ice.", reused: []),
])
func helpAndNamesakesAreNoUse(passage: Passage) { check(passage) }

/// The state of a detail of a model in both markups.
private func check(_ detail: Detail, of name: String, is state: DetailFinding.State, in text: String) {
  DetailPassage("# Methods\n\(text)").check(detail, of: name, is: state)
}

@Test func detailsOfNeighboursAndOfOutputAreNotTaken() {
  let served = "We queried GPT-4o and Llama-3.1-70B; the latter was served locally with vLLM."
  check(.apiOrLocal, of: "GPT-4o", is: .missing, in: served)
  let estimates = "Surprisal estimates were obtained from GPT-2."
  check(.weightsSource, of: "GPT-2", is: .missing, in: estimates)
  let versions = "BERT-base and BioBERT v1.1 were each fine-tuned for five epochs."
  check(.modelVersion, of: "BERT-base", is: .missing, in: versions)
}

@Test func sizesOfDataAndModelsAreFoundAsTheyAreWritten() {
  check(.trainingDataSize, of: "SegFormer", is: .present, in: "We fine-tuned SegFormer on 600 of our own images.")
  let included = "We included 3,210 radiographs. RetinaNet was fine-tuned with Adam."
  check(.trainingDataSize, of: "RetinaNet", is: .present, in: included)
  check(.modelVariant, of: "Whisper", is: .present, in: "Speech was transcribed with the medium Whisper model.")
  check(.weightsSource, of: "en_core_web_sm", is: .present, in: "We tagged all notes with spaCy's en_core_web_sm.")
}
