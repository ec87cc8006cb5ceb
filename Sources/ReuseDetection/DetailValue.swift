import Manuscripts

/// One value that the project gives for a quantity of a model, with its place.
package struct DetailValue: Sendable, Equatable {
  /// What is measured; the raw value is its name in reports.
  package enum Quantity: String, Sendable, CaseIterable {
    case trainingItems = "training items"
    case dataItems = "data items"
    case epochs, steps
    case batchSize = "batch size"
    case learningRate = "learning rate"
    case seed, temperature
    case topP = "top-p"
    case hardware

    /// The detail that the quantity is part of.
    package var detail: Detail {
      switch self {
      case .trainingItems, .dataItems: .trainingDataSize
      case .epochs, .steps, .batchSize: .trainingLength
      case .learningRate: .optimiser
      case .seed: .seed
      case .temperature, .topP: .decodingParameters
      case .hardware: .computeHardware
      }
    }
  }

  package let quantity: Quantity
  /// As the manuscript writes it: "12,000 images", "batch size of 16".
  package let text: String
  /// The number, or nil where there is none or its writing leaves doubt.
  package let amount: Double?
  /// What is counted, folded to the singular; 0 where nothing is.
  let noun: UInt64
  /// Index in `ReadManuscript.sentences`.
  package let sentence: Int
  package let span: SourceSpan
  /// The token of the number, or the first one.
  let token: Int

  /// What a value measures: images are not counted against patients.
  struct Kind: Hashable {
    let quantity: Quantity
    let noun: UInt64
  }

  var kind: Kind { Kind(quantity: quantity, noun: noun) }

  /// What tells two values apart: several cues may lead to one number.
  struct Place: Hashable {
    let quantity: Quantity
    let token: Int
  }

  var place: Place { Place(quantity: quantity, token: token) }
}
