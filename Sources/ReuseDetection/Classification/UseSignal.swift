/// What a single mention says about its model's role: a named cue with a weight.
///
/// The weights are set by hand from the decision rules: what states own use by itself weighs as much as `isReused`
/// asks for, what only makes it likely weighs half of that, and each reason against takes back one reason for.
package enum UseSignal: String, Sendable, CaseIterable {
  case ownStatement = "own use in the first person"
  case ownPossessive = "own use by what is ours"
  case ownComparison = "own comparison"
  case explained = "explained in the first person"
  case passiveStatement = "own use in the passive"
  case passiveElsewhere = "use in the passive, outside methods and results"
  case withPhrase = "used as an instrument"
  case builtUpon = "built upon"
  case agent = "did a step of the work"
  case planned = "use is planned"
  case givenPart = "given a part in the set-up"
  case metric = "a metric that was computed"
  case toldNext = "told of in the next sentence"
  case representations = "its representations are used"
  case resultStatement = "own result"
  case measured = "own result with a number"
  case ranked = "ranked among own results"
  case tableRow = "row of a results table"
  case commonRuns = "all models were run"
  case captionNamed = "named in a caption"
  case headingNamed = "heading of a step"
  case inCode = "loaded in code"
  case checkpointNamed = "checkpoint named"
  case titleNamed = "named in the title"
  case methodsMention = "named in the methods"
  case resultsMention = "named in the results"
  case abstractMention = "named in the abstract"
  case listedItem = "listed among the models used"
  case introduction = "named in the introduction"
  case relatedWork = "named in related work"
  case discussion = "named in the discussion"
  case othersDid = "others did"
  case earlierWork = "earlier work"
  case asExample = "given as an example"
  case hypothetical = "possible or future use"
  case negated
  case contrasted
  case derivative = "part of another name"
  case component = "part of another model"
  case possessive = "a part of it is named"
  case partOnly = "only a part of it is used"
  case quoted = "in quoted words"
  case copiedNumbers = "numbers reported by others"
  case citedRow = "row with a citation"
  case dataSet = "a data set of that name"
  case comparand = "what a result is held against"

  /// In units in which 2 is enough to read a model as reused.
  package var weight: Double {
    switch self {
    case .ownStatement: 3
    case .ownPossessive: 1.2
    case .ownComparison: 1.8
    case .explained: 1
    case .passiveStatement: 2.2
    case .passiveElsewhere: 1.2
    case .withPhrase: 1.2
    case .builtUpon: 1.8
    case .agent: 1.5
    case .planned: 1.3
    case .givenPart: 1.4
    case .metric: 1.6
    case .representations: 1.5
    case .toldNext: 1.5
    case .resultStatement: 1.2
    case .measured: 1.6
    case .ranked: 2
    case .tableRow: 1.6
    case .commonRuns: 0.8
    case .captionNamed: 0.7
    case .headingNamed: 1
    case .inCode: 2.5
    case .checkpointNamed: 1.2
    case .titleNamed: 1
    case .methodsMention: 0.8
    case .resultsMention: 0.5
    case .abstractMention: 0.6
    case .listedItem: 1
    case .introduction: -0.8
    case .relatedWork: -1.5
    case .discussion: -0.4
    case .othersDid: -2
    case .earlierWork: -1.2
    case .asExample: -0.8
    case .hypothetical: -1.8
    case .negated: -2.5
    case .contrasted: -1
    case .derivative: -0.7
    case .component: -2
    case .possessive: -1
    case .partOnly: -2
    case .quoted: -3
    case .copiedNumbers: -1.5
    case .citedRow: -0.4
    case .dataSet: -2.5
    case .comparand: -1.5
    }
  }
}
