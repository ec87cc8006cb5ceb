import ReuseDetection

extension Rule {
  static let augmentation = Rule(
    detail: .augmentation, ask: .trainingRecipe, since: .v02, noun: "word on augmentation",
    summary: "A training on images or sounds is described without its augmentations.",
    why: "Augmentations change results as much as the optimiser does.",
    remedy: "Name the augmentations with their ranges, or say that none were used.",
    sentence: "Training data of MODEL were augmented by ⟨operations with ranges|random flips and rotations⟩.",
    sources: [.of(.claim2024, "item 25")],
    applies: { facets in facets.isTrained },
    severity: .hint(in: [.imaging]),
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦ResNet-50⟧ on 4,210 images of leaves."],
      clean: ["We fine-tuned ⟦ResNet-50⟧ on 4,210 images of leaves, augmented by random flips."]))
}
