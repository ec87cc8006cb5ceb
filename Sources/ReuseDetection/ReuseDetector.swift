import Manuscripts
import ModelCatalogue

/// What the configuration and the suppression comments say about models.
package struct DetectionOptions: Sendable, Equatable {
  /// Names, as written, of models that are only discussed.
  package var discussed: Set<String> = []
  /// Names, as written, that are no models here.
  package var notModels: Set<String> = []

  package init() {}
}

/// The way from a read manuscript to classified models.
package enum ReuseDetector {
  /// The models of a manuscript in order of first mention, classified, with their details.
  package static func models(
    in reading: ReadManuscript, catalogue: ModelCatalogue, options: DetectionOptions
  ) -> [DetectedModel] {
    []
  }
}
