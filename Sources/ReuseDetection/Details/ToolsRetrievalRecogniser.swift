extension DetailRecogniser {
  /// Tools, web access or retrieval, or that there were none.
  static let toolsRetrieval = DetailRecogniser(
    .toolsRetrieval,
    phrases: """
      retrieval augmented;retrieval augmentation;rag;(web,internet) (access,search,browsing);brows(e,ing)
      search (tool,engine,api);tool (use,calls,calling);function calling;plugins;code interpreter
      vector (store,database,index);external (tools,knowledge,documents,sources,resources)
      (no,without) (tools,retrieval,browsing,plugins,internet,web);knowledge base;tools were
      """
  ) { search in
    search.phrase(.wide) ?? .missing
  }
}
