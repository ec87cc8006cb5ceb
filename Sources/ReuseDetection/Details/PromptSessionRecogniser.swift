extension DetailRecogniser {
  /// Sessions, conversations or batches.
  static let promptSession = DetailRecogniser(
    .promptSession,
    phrases: """
      (new,fresh,separate,independent,single,same,one) (session,sessions,chat,chats)
      (new,fresh,separate,independent,single,same,one) (conversation,conversations,thread,threads)
      (session,conversation,chat) (history,memory);stateless
      (one,separate,independent) (request,requests,call,calls,query,queries,prompt) (per,for each)
      separate (requests,calls,queries);(memory,history) was (disabled,cleared,reset)
      sent (individually,separately,one by one);batch(es,ed) of
      """
  ) { search in
    search.phrase(.wide) ?? .missing
  }
}
