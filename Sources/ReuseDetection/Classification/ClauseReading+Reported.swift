import Manuscripts
import ModelCatalogue

/// Whether a clause tells what others measured.
extension ClauseReading {
  /// "as reported by its authors", but not "reported in Table 2".
  var isReported: Bool {
    // "re-implemented according to the original paper" reports nothing.
    if context.cues.contains(.reimplementation) { return false }
    return context.hits.contains { hit in
      hit.cue == .reported && !isAccordingTo(hit) && !isOfFeatures(hit)
        && !(hit.tokens.upperBound..<min(hit.tokens.upperBound + 2, context.clause.upperBound)).contains {
          Self.floats.contains(reading.tokens[$0].key)
        }
    }
  }

  /// "Features were taken from X".
  func isOfFeatures(_ hit: CueHit) -> Bool {
    Self.taken.contains(reading.tokens[hit.tokens.lowerBound].key)
      && (max(context.clause.lowerBound, hit.tokens.lowerBound - 4)..<hit.tokens.lowerBound).contains {
        Self.taking.contains(reading.tokens[$0].key)
      }
  }

  private static let taken: KeySet = keys(["taken"])
  private static let taking: KeySet = keys([
    "features", "embeddings", "representations", "activations", "weights", "checkpoint", "checkpoints", "model",
    "models",
  ])

  /// "According to X": what the model says is the authors' own finding.
  private func isAccordingTo(_ hit: CueHit) -> Bool {
    Self.according.contains(reading.tokens[hit.tokens.lowerBound].key)
      && hit.tokens.upperBound == mention.tokens.lowerBound
  }

  private static let according: KeySet = keys(["according"])
  private static let floats: KeySet = keys([
    "table", "tables", "tab", "figure", "figures", "fig", "section", "supplementary", "appendix",
  ])
}
