import Manuscripts
import ReuseDetection
import Testing

@Test func aRecipeToldBeforeAModelComesUpIsNotItsOwn() {
  let passage = DetailPassage(
    """
    # Methods
    We fine-tuned RoBERTa on 4,210 posts.
    Training ran for 3 epochs with AdamW, and the random seed was 13.
    # Results
    We also fine-tuned XLNet on the same posts.
    """)
  for detail in [Detail.optimiser, .trainingLength, .seed] {
    passage.check(detail, of: "RoBERTa", is: .present)
    passage.check(detail, of: "XLNet", is: .missing)
  }
}

@Test func aRecipeInASectionThatNamesNoModelIsEverybodys() {
  let passage = DetailPassage(
    """
    # Models
    We fine-tuned RoBERTa on 4,210 posts.
    We also fine-tuned XLNet on the same posts.
    # Training
    Training ran for 3 epochs with AdamW.
    """)
  for name in ["RoBERTa", "XLNet"] { passage.check(.optimiser, of: name, is: .present) }
}

@Test func aLaterModelSharesWhatIsSaidOfAllModels() {
  let passage = DetailPassage(
    """
    # Methods
    We fine-tuned RoBERTa on 4,210 posts.
    All models were trained for 3 epochs with AdamW.
    # Results
    We also fine-tuned XLNet on the same posts.
    """)
  passage.check(.optimiser, of: "XLNet", is: .present)
}

@Test func theRecipeOfTheOwnSectionIsPreferred() {
  let passage = DetailPassage(
    """
    # Labelling
    The labelling model was trained for 250 epochs.
    # Classification
    We fine-tuned RoBERTa on 4,210 posts.
    The posts were cut at sentence borders. They were then sorted. Nothing else was done.
    Training ran for 10 epochs.
    """)
  #expect(passage.models("RoBERTa").map { $0?.details[.trainingLength]?.value } == ["10 epochs", "10 epochs"])
}

@Test func modelsWithSectionsOfTheirOwnKeepWhatTheseTell() {
  let passage = DetailPassage(
    """
    # Fine-tuning RoBERTa
    We fine-tuned RoBERTa on 4,210 posts.
    ## Settings
    The optimiser was AdamW.
    # Fine-tuning XLNet
    We fine-tuned XLNet on the same posts.
    """)
  passage.check(.optimiser, of: "RoBERTa", is: .present)
  passage.check(.optimiser, of: "XLNet", is: .missing)
}

@Test func aPromptInAnotherModelsSectionIsNotTaken() {
  let passage = DetailPassage(
    """
    # Methods
    Code is available at https://github.com/a/b.
    ## GPT-4 as generator
    We prompted GPT-4 to draft answers.
    We used a system prompt with three steps.
    ## Claude 2 as judge
    We queried Claude 2 to rate the answers.
    """)
  passage.check(.promptText, of: "GPT-4", is: .delegated)
  passage.check(.promptText, of: "Claude 2", is: .missing)
}

@Test func sectionsOfOneTitleTellOfTheSameModels() {
  let passage = DetailPassage(
    """
    # Results
    ## Segmentation of glands in stained tissue
    We trained a U-Net from scratch and report overlaps.
    ## Removal of noise in live recordings
    We trained CycleGAN from scratch and report correlations.
    # Methods
    ## Segmentation of glands in stained tissue
    The training set has 850 images. We used 5-fold cross-validation.
    ## Removal of noise in live recordings
    Recordings were made at two laser powers.
    """)
  passage.check(.trainingDataSize, of: "U-Net", is: .present)
  passage.check(.trainingDataSize, of: "CycleGAN", is: .missing)
  passage.check(.trainingDataSplit, of: "CycleGAN", is: .missing)
}

@Test func whatStandsUnderACommonTitleIsEverybodys() {
  let passage = DetailPassage(
    """
    # Segmentation
    We trained a U-Net from scratch and report overlaps.
    # Denoising
    We trained CycleGAN from scratch and report correlations.
    # Data
    The training set has 850 images.
    """)
  for name in ["U-Net", "CycleGAN"] { passage.check(.trainingDataSize, of: name, is: .present) }
}

@Test(arguments: [
  (Detail.optimiser, "All models except RoBERTa were trained with AdamW."),
  (.trainingDataSplit, "All models but not RoBERTa were tested with 5-fold cross-validation."),
  (.computeHardware, "With the exception of RoBERTa, all models were trained on one NVIDIA A100."),
  (.trainingLength, "All networks apart from RoBERTa were trained for 3 epochs."),
])
func exceptionsFromSharedDetailsAreLeftOut(detail: Detail, text: String) {
  let passage = DetailPassage(
    """
    # Methods
    We fine-tuned XLNet on 4,210 posts.
    We fine-tuned DeBERTa-v3-small on 4,210 posts.
    We fine-tuned RoBERTa on 4,210 posts.
    \(text)
    """)
  passage.check(detail, of: "RoBERTa", is: .missing)
  passage.check(detail, of: "XLNet", is: .present)
}
