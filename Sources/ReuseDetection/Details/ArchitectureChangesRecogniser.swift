extension DetailRecogniser {
  /// Layers that were added, removed or replaced, or a word that nothing changed.
  static let architectureChanges = DetailRecogniser(
    .architectureChanges,
    phrases: """
      replac(e,ed,es,ing) (the,its) (final,last,output,top,first,original,classification)
      (classification,regression,task specific,new,prediction,linear) head
      add(ed,ing) (a,an,one,two) (layer,layers,head,dense,linear,dropout,decoder,fully connected);output layer
      final layer;fully connected layer(,s);dense layer(,s)
      remov(e,ed,es,ing) the (last,final,top,classification,decoder);modif(y,ied,ies,ying) the (architecture,network)
      (no,without) (change,changes,modification,modifications) (to,of) the (architecture,network)
      architecture (was,is,unchanged,not changed) (unchanged,modified,not changed);layers became
      """
  ) { search in
    search.phrase(.wide) ?? .missing
  }
}
