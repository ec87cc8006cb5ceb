extension DetailRecogniser {
  /// A loss by its name.
  static let loss = DetailRecogniser(
    .loss,
    phrases: """
      (cross,crossentropy) entropy;crossentropy;(dice,focal,contrastive,triplet,hinge,huber,mse,mae) loss
      (l1,l2,ctc,ranking,reconstruction,adversarial,perceptual,tversky,wasserstein) loss
      loss (function,was,is,functions);(training,learning) objective;smooth l1;negative log likelihood;infonce
      mean squared error;masked language model(ling,ing)
      """
  ) { search in
    search.phrase(.wide) ?? search.delegatedRecipe() ?? .missing
  }
}
