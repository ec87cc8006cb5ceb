extension DetailRecogniser {
  /// A metric by its name.
  static let metricDefinition = DetailRecogniser(
    .metricDefinition,
    phrases: """
      f1;auroc;auc;roc;auprc;accuracy;precision;recall;sensitivity;specificity;iou;jaccard;rmse;mae;mape
      dice (score,coefficient,similarity)
      mean (absolute,squared) error;bleu;rouge;meteor;perplexity;pearson;spearman;kappa;r2;mean average precision
      mcc;matthews;exact match;tm score;rmsd;brier;calibration error;word error rate;cer;wer;bertscore;fid;mrr;ndcg
      hit rate;error rate;root mean square
      """
  ) { search in
    search.phraseOnModel() ?? .missing
  }
}
