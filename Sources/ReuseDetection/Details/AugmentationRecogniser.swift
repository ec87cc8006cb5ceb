extension DetailRecogniser {
  /// Augmentations by name; not asked where a work is about no images, sounds or other signals.
  static let augmentation = DetailRecogniser(
    .augmentation,
    phrases: """
      augment(ed,ation,ations,ing)
      random (flip,flips,flipping,crop,crops,cropping,rotation,rotations,erasing,scaling,noise)
      (horizontal,vertical) flip(,s,ping);flipped;mixup;cutmix;(color,colour) jitter;randaugment;specaugment
      elastic deformation(,s);time stretching
      """
  ) { search in
    if let found = search.phrase(.wide) ?? search.delegatedRecipe() { return found }
    return search.isTold(Subject.signals) ? .missing : .notApplicable
  }
}
