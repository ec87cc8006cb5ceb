extension DetailRecogniser {
  /// Layers that were trained or frozen, beside the model or in own work that may be said of it.
  static let trainableLayers = DetailRecogniser(
    .trainableLayers,
    phrases: """
      all (layers,parameters,weights,blocks,of its layers);(full,fully) (fine tuning,fine tuned,finetuning,finetuned)
      end to end;(last,final,top,first,upper,lower) (layer,layers,block,blocks,stage,stages)
      (last,final,top,first) (two,three,four,five,six,2,3,4,5,6) (layers,blocks,stages)
      only (the,its) (head,classifier,decoder,encoder,final layer,last layer,adapters)
      trainable (parameters,layers,weights);frozen;freez(e,ing);froze;unfr(ozen,eeze,oze,eezing);kept fixed;held fixed
      layers were (updated,trained,tuned);low rank;lora;adapters
      """
  ) { search in
    let layers = search.phrase(.wide) { sentence, tokens in
      Self.plain.contains(search.key(tokens)) || search.holds(Self.updating, sentence)
    }
    return layers ?? .missing
  }

  /// The first words of phrases that tell of an update by themselves; layers, blocks and adapters are elsewhere too.
  private static let plain = KeySet(
    Lexicon.keys(of: "full fully trainable frozen freeze freezing froze unfrozen unfreeze unfroze unfreezing lora low"))
  private static let updating = CueSet([
    "train", "trained", "training", "fine tune", "fine tuned", "fine tuning", "finetune", "finetuned", "finetuning",
    "update", "updated", "updating", "tuned", "frozen", "freezing", "retrained", "unfrozen", "learned",
  ])
}
