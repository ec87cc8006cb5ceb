/// A kind of phrase that speaks about a reuse; its raw value is the cue's name in explanations.
package enum Cue: String, Sendable, CaseIterable {
  // Who speaks, and how surely.
  case firstPerson = "first person"
  case otherAuthors = "other authors"
  case earlierWork = "earlier work"
  case example = "given as an example"
  case hypothetical = "possible or future use"
  case surveyVoice = "a text on others' work"
  case planned = "planned"
  case allModels = "all models"
  case negation
  case contrast
  case reported = "numbers reported by others"

  // What is done with a model.
  case use
  case passive
  case with
  case builtUpon = "built upon"
  case evaluate
  case prompt
  case result
  case part = "part of a set-up"
  case output = "what a model gives"
  case exceeded = "held against"
  case selfDevelopment = "own development"
  case ownName = "named by the authors"
  case writingAid = "help with writing"
  case derivedData = "published output"

  // What crossed over.
  case fineTuning = "fine-tuning"
  case pretrained
  case scratch = "from scratch"
  case training
  case frozen
  case fittedOnTop = "component fitted on top"
  case embedding
  case architecture
  case reimplementation
  case zeroShot = "zero-shot"
  case inContext = "in-context examples"
  case peft = "parameter-efficient tuning"
  case distillation
  case continuedPretraining = "continued pre-training"
  case quantisation
  case conversion
  case wrappedTool = "tool or server"
  case judge = "judge, filter or annotator"
  case api = "reached by API"
  case localRun = "run locally"
  case webRun = "reached by web page"

  // What details are told by.
  case optimiserName = "optimiser"
  case trainingSpan = "epochs or steps"
  case batchSize = "batch size"
  case learningRate = "learning rate"
  case seedWord = "seed"
  case hardware
  case runtime = "library"
  case sampling = "sampling parameter"
  case promptNoun = "prompt text"
  case split = "split of data"
  case counted = "counted items"
  case data = "data"
  case licence
  case weightsPlace = "place of weights"
  case pretrainingData = "pre-training data"
  case accessed = "date of access"
  case month
  case code
  case codePlace = "place of code"
  case supplement = "supplement or repository"
  case undisclosed = "not disclosed"
  case onRequest = "promised or on request"
  case settings
  case container = "device or container"
  case hyperparameters
  case version

  /// The number of the case in the order of declaration: a case without values is stored as that byte.
  package var number: UInt8 { withUnsafeBytes(of: self) { $0.first ?? 0 } }

  /// Hashes the case itself, where the default hashes its name.
  package func hash(into hasher: inout Hasher) { hasher.combine(number) }
}
