import Manuscripts
import ReuseDetection
import Testing

@Test(arguments: [
  "The model was then tested on a test set of 200 images.", "Results come from 51 holdout images each.",
  "Inputs were truncated to 128 tokens.", "Matching gave 193 pairs of features.",
  "Images were recorded at 1,024 pixels.", "Sequences were collected over 120 days.",
  "We trained on images of fibroblasts, 293T cells and COS-7 cells.", "We traced its training across 20 K562 cells.",
  "Scores come from one 512-window sample of the training data.",
  "The pre-trained weights had seen 12,000 images of the training data.",
  "A maximum of 20 images are downloaded per proposal for training.",
  "Discrimination was measured on the external cohort, which has 1,827 subjects.",
  "The corpus follows the Smith (1989) paper.", "The tool was trained on more than 125K images in other work.",
])
func countsOfOtherThingsAreNoTrainingData(text: String) {
  let passage = DetailPassage("# Methods\nWe fine-tuned RoBERTa.\nWe describe the rest.\n# Notes\n\(text)")
  passage.check(.trainingDataSize, of: "RoBERTa", is: .missing)
}

@Test(arguments: [
  ("The training set (850 images) was fixed.", "850 images"),
  ("Empty posts were removed, leaving 522 samples.", "522 samples"),
  ("We photographed 4,210 leaves on three farms.", "4,210 leaves"),
  ("The corpus has 1.2 million tokens.", "1.2 million tokens"), ("The cohort (n = 424) was followed.", "n = 424"),
])
func countsOfTrainingDataAreFound(text: String, value: String) {
  let passage = DetailPassage("# Methods\nWe fine-tuned RoBERTa.\nWe describe the rest.\n# Data\n\(text)")
  #expect(passage.models("RoBERTa").map { $0?.details[.trainingDataSize]?.value } == [value, value])
}

@Test func whatTheModelWasTrainedOnIsPreferredToOtherCounts() {
  let passage = DetailPassage(
    "# Methods\nOur data hold 90 images of a pilot.\nWe fine-tuned RoBERTa on 4,210 posts.")
  #expect(passage.models("RoBERTa").map { $0?.details[.trainingDataSize]?.value } == ["4,210 posts", "4,210 posts"])
}

@Test func aRowHeadedByTheTrainingSetGivesItsSize() {
  let passage = DetailPassage(
    latex: #"\section{Methods} We fine-tuned RoBERTa. \begin{table}\caption{Parts of the corpus}"#
      + #"\begin{tabular}{lr} Split & Size \\ Train & 67{,}349 \\ Test & 872 \\ \end{tabular}\end{table}"#,
    markdown: "# Methods\n\nWe fine-tuned RoBERTa.\n\n| Split | Size |\n|---|---|\n| Train | 67,349 |\n| Test | 872 |\n"
  )
  #expect(passage.models("RoBERTa").map { $0?.details[.trainingDataSize]?.value } == ["67,349", "67,349"])
}

@Test(arguments: [
  "We saw a 135-fold increase in coverage.", "Images are augmented by four-fold rotations at each training step.", "Biases may come from its training data.",
  "Points split into two groups.", "We sampled in a stratified way.",
])
func wordsOnPartsAndFoldsAreNoSplit(text: String) {
  let passage = DetailPassage("# Methods\nWe fine-tuned RoBERTa.\nWe describe the rest.\n# Notes\n\(text)")
  passage.check(.trainingDataSplit, of: "RoBERTa", is: .missing)
}

@Test(arguments: [
  "We used five-fold cross-validation.", "Posts were split into training, validation and test parts.",
  "The training set holds 800 and the test set 200 posts.", "Posts of one author were held out.",
  "Authors were stratified to produce a training set and a tuning set.",
])
func splitsAreFound(text: String) {
  let passage = DetailPassage("# Methods\nWe fine-tuned RoBERTa.\nWe describe the rest.\n# Notes\n\(text)")
  passage.check(.trainingDataSplit, of: "RoBERTa", is: .present)
}

@Test func aYearIsNoBatchSize() {
  let passage = DetailPassage("# Methods\nWe fine-tuned RoBERTa. Small batch sizes (Ba et al., 2016) were avoided.")
  passage.check(.trainingLength, of: "RoBERTa", is: .missing)
}

@Test(arguments: [
  "Learning rate and weight decay were selected on the validation set.", "We used the default hyper-parameters.",
  "A grid search of five numbers gave the penalty.", "Hyperparameter tuning was done with Optuna.",
  "We took standard hyperparameters without task-specific tuning.",
])
func choicesOfHyperparametersAreFound(text: String) {
  let passage = DetailPassage("# Methods\nWe fine-tuned RoBERTa.\nWe describe the rest.\n# Notes\n\(text)")
  passage.check(.hyperparameterSearch, of: "RoBERTa", is: .present)
}

@Test(arguments: [
  "We show results of the fine-tuned models on the validation set.",
  "Practice should include task-specific hyperparameter tuning.",
  "The best numbers may require further hyper-parameter tuning.", "We made a threshold sweep over six values.",
  "The selected system has the lowest validation loss.",
])
func choicesOfOtherThingsAreNoSearch(text: String) {
  let passage = DetailPassage("# Methods\nWe fine-tuned RoBERTa.\nWe describe the rest.\n# Notes\n\(text)")
  passage.check(.hyperparameterSearch, of: "RoBERTa", is: .missing)
}

@Test(arguments: [
  ("We repeat this with 5 different random seeds.", "5 different random seeds"),
  ("Values are averaged over three random initialisations.", "three random initialisations"),
  ("We trained it in 20 independent runs.", "20 independent runs"), ("Results are of a single run.", "single run"),
  ("Each training was repeated ten times.", "repeated ten times"),
])
func numbersOfRunsAreFound(text: String, value: String) {
  let passage = DetailPassage("# Methods\nWe fine-tuned RoBERTa.\nWe describe the rest.\n# Notes\n\(text)")
  #expect(passage.models("RoBERTa").map { $0?.details[.numberOfRuns]?.value } == [value, value])
}

@Test(arguments: [
  "The structure was unstable across seeds.", "Similarity is averaged over the images.",
  "We submit four runs to the first task.", "The time is estimated from repeated runs.",
  "Cells were grown in three replicates.", "We compare GPT-4 runs with each other.",
  "The two runs differ in their coverage.", "The router is run once per instance.",
])
func wordsWithoutANumberAreNoRuns(text: String) {
  let passage = DetailPassage("# Methods\nWe fine-tuned RoBERTa.\nWe describe the rest.\n# Notes\n\(text)")
  passage.check(.numberOfRuns, of: "RoBERTa", is: .missing)
}

@Test func whereSplittingIsToldIsShownBeforeAPartThatIsNamed() {
  let passage = DetailPassage(
    "# Results\nRoBERTa was best on the validation set.\n# Methods\nWe fine-tuned RoBERTa.\nSplits may be made at random."
      + "\nPosts were divided into training and validation sets (80:20).")
  #expect(passage.models("RoBERTa").map { $0?.details[.trainingDataSplit]?.value } == ["validation sets", "validation sets"])
}

@Test func dataThatAModelWasTrainedOnAreShownBeforeOthers() {
  let passage = DetailPassage(
    "# Methods\nWe test RoBERTa on the GLUE benchmark.\nWe fine-tuned RoBERTa on the PubMedQA dataset.")
  #expect(passage.models("RoBERTa").map { $0?.details[.trainingDataName]?.value } == ["PubMedQA dataset", "PubMedQA dataset"])
}
