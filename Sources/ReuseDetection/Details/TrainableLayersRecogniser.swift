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
    search.phrase(.wide) ?? .missing
  }
}
