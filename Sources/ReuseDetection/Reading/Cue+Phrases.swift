extension Cue {
  /// The phrases that patterns stand for, which semicolons or line breaks part: `stem(a,b)` stands for `stema` and
  /// `stemb`.
  static func expanded(_ patterns: String) -> [String] {
    var phrases: [String] = []
    forEachPhrase(in: patterns) { phrases.append(String(decoding: $0, as: UTF8.self)) }
    return phrases
  }

  /// Calls back with the phrases that patterns stand for, in their order.
  static func forEachPhrase(in patterns: String, _ body: ([UInt8]) -> Void) {
    var phrase: [UInt8] = []
    for pattern in Array(patterns.utf8).split(whereSeparator: { $0 == 0x3B || $0 == 0x0A }) {
      spell(pattern, behind: &phrase, body)
    }
  }

  /// Spells out a pattern's first list of alternatives, and for each the rest likewise.
  private static func spell(_ pattern: ArraySlice<UInt8>, behind phrase: inout [UInt8], _ body: ([UInt8]) -> Void) {
    let length = phrase.count
    defer { phrase.removeSubrange(length...) }
    guard let open = pattern.firstIndex(of: 0x28), let close = pattern.firstIndex(of: 0x29) else {
      phrase += pattern
      body(phrase)
      return
    }
    phrase += pattern[..<open]
    let stem = phrase.count
    for ending in pattern[(open + 1)..<close].split(separator: 0x2C, omittingEmptySubsequences: false) {
      phrase += ending
      spell(pattern[(close + 1)...], behind: &phrase, body)
      phrase.removeSubrange(stem...)
    }
  }

  /// The phrases of a cue in lower case, as `expanded` reads them; a space or hyphen stands for either.
  var patterns: String { detailPatterns ?? usePatterns }

  private var usePatterns: String {
    switch self {
    case .firstPerson:
      """
      we;our;ours;us;this (work,study,paper,article,manuscript);present (study,work);in this (work,study,paper);authors of this (work,study,paper)
      i (used,queried,prompted,asked,trained,fine,ran,evaluated,tested,applied,compared,selected,chose,extracted,computed)
      """
    case .otherAuthors:
      "et al;they;their;authors;researchers;colleagues;and coworkers;and co-workers;others have;team at"
    case .earlierWork:
      """
      previous (work,works,study,studies,research,methods,approaches);prior (work,works,study,studies,research)
      recent (work,works,study,studies,advances,progress,developments,years,research,models,methods,approaches);recently
      earlier (work,studies,models);ha(s,ve) been (shown,used,proposed,applied,widely,successfully,developed,demonstrated,explored)
      ha(s,ve) (shown,demonstrated,achieved,emerged,become,revolutionized,revolutionised,enabled,transformed)
      was (introduced,proposed,developed,originally,released,designed) ;were (introduced,proposed,developed) ;existing (methods,approaches,models,work,works,tools)
      state of the art (models,methods,approaches);pioneer(ed,ing);literature;proposed by;introduced by;developed by;presented by
      """
    case .example: "such as;for example;for instance;e.g;including;examples include;like"
    case .hypothetical:
      """
      could;would;may;might;should;can be;future;potentially;possible to;had we;if we;plan to;plans to;if one;one can (use,fine,apply);users can;user can;you can
      readers can;researchers can;can also be;allow(s,ing) users;enabl(es,ing) users;we envision;we anticipate;we hope;in principle
      promising;it is possible;opportunit(y,ies);upcoming;next step;will allow
      """
    case .surveyVoice:
      "(this,the present) (review,survey,tutorial,perspective,commentary,primer,blog post,blog,blogpost,post,essay,chapter);we (review,survey) (the,recent,existing,current,how)"
    case .planned: "will be;will;are planned;is planned;we intend to;we aim to"
    case .allModels:
      """
      all (models,of the models,networks,baselines,methods,encoders,backbones,architectures,llms,language models,evaluated models,tested models)
      each of the (two,three,four,five,six,seven,eight,nine,ten,2,3,4,5,6,7,8,9,10) (models,llms,networks,evaluated,encoders,backbones,baselines)
      each (model,of the models,network,encoder,backbone,llm,of the llms,of the evaluated);both (models,networks,encoders,llms);these models;every model
      the models (were,are);models (were,are);networks were;all (two,three,four,five,six,seven,eight,nine,ten,2,3,4,5,6,7,8,9,10) (models,networks,llms,encoders,backbones,baselines)
      """
    case .builtUpon:
      "buil(d,ds,t) (on,upon,on top of);on top of;based on;powered by;wrap(s,ped,ping);interface(s,) to;backed by"
    case .negation: "not;no;never;neither;nor;without;cannot;excluded;excluding;omitted;none of;did not;does not;do not"
    case .contrast: "instead of;rather than;unlike;as opposed to;in contrast to;contrary to;differs from"
    case .reported:
      """
      reported (by,in,results,values,numbers,performance);as reported;results reported;taken from;copied from;published (results,numbers,scores,values,performance,accuracy)
      results are from;results from the literature;from the original paper;quoted from;according to;leaderboard
      """
    case .use:
      """
      us(e,ed,es,ing);employ(,ed,s,ing);utili(ze,zed,zes,zing,se,sed,ses,sing);appl(y,ied,ies,ying);adopt(,ed,s,ing)
      leverag(e,ed,es,ing);ran;run;runs;running;select(,ed,ing);chose;chosen;choose;rel(y,ied,ies) on;begin(s,) with;began with;we (take,took);downloaded;buil(d,ds,t) (on,upon)
      incorporat(e,ed,es,ing);integrat(e,ed,es,ing);initiali(ze,zed,zes,zing,se,sed,ses,sing);load(,ed,s,ing);start(,ed,ing) from;consist(s,ed) of
      opt(,ed) for;settled on;resorted to;turned to;built;constructed;feed;fed;c(ome,ame) from;stem(s,med) from;pass(,ed,es,ing) through;process(,ed,ing) (with,by,using,through);calculat(e,ed);comput(e,ed);generat(e,ed,es);predict(,ed,s)
      annotat(e,ed,es);classif(y,ied,ies);segment(,ed,s);extract(,ed,s,ing);encod(e,ed,es,ing);transcrib(e,ed,es);detect(ed,s);track(,ed)
      obtain(,ed,s,ing);add(,ed,s);perform(ed);conduct(,ed);carr(y,ied) out;deploy(,ed,s,ing);includ(e,ed);consider(,ed);experiment(,ed) with
      implement(,ed,s,ing);modif(y,ied,ies);extend(,ed,s);align(,ed);fold(,ed);model(ed,led);relabel(ed,led);label(ed,led);score(d)
      """
    case .passive: "was;were;is;are;been;being"
    case .with: "with;via;by;from;through;on top of;based on;powered by;within;into"
    case .evaluate:
      """
      evaluat(e,ed,es,ing);benchmark(,ed,s,ing);test(,ed,s,ing);assess(,ed,es,ing);compar(e,ed,es,ing);examin(e,ed,es,ing)
      investigat(e,ed,es,ing);stud(y,ied,ies);analy(ze,zed,zes,zing,se,sed,ses,sing);probe(,d,s);measur(e,ed,es)
      """
    case .prompt:
      """
      prompt(,ed,s,ing);quer(y,ied,ies,ying);ask(,ed,ing);instruct(,ed);zero shot;few shot;in context;chat;completion(,s);llm as a judge
      temperature;system message;system prompt;(presented,submitted,posed,administered,sent,given) to;(entered,pasted,typed,copied) into
      """
    case .result:
      """
      achiev(e,ed,es,ing);scor(ed,es,ing);reach(,ed,es);outperform(,ed,s,ing);yield(,ed,s);attain(,ed,s);accurac(y,ies);precision;recall;f1
      auroc;auc;rmse;perform(s,ed,ance);surpass(,ed,es);underperform(,ed,s);error rate(,s);errors;dice;iou;kappa;bleu;rouge;wer;sensitivity;specificity;explain(ed,s);lead over;led;ahead of;fail(ed,s);correctly;misclassif(ied,ies);best performing;improve(d,s)
      drop(ped,s);lower(s,ed) the;reduc(es,ed) the;agree(d,ment);show(s,ed);produced;exhibit(s,ed);correlat(ed,es,ion);ranked;rank(s)
      """
    case .part:
      """
      backbone(,s);encoder(,s);decoder(,s);feature extractor(,s);tokeni(zer,ser);base model;embedding model;reward model;teacher model
      judge;annotator;detector;segmenter;baseline(,s);classifier;reranker;retriever;embeddings
      our (model,network,architecture,segmentation network,segmentation model,classification network,classification model)
      """
    case .output:
      """
      (output,outputs,prediction,predictions,score,scores,logits,activations,probabilities,answers,responses,transcripts,masks,labels,plddt,perplexity,surprisal) (of,from,by,under)
      attention (maps,weights,scores,heads) (of,from,in);hidden states (of,from)
      """
    case .exceeded:
      "than;match(ing,es,ed);exceed(ing,s,ed);surpass(ing,es,ed);published (baseline,baselines,results);lower than;higher than;better than;worse than;fewer (parameters,) than;similar to"
    case .selfDevelopment:
      """
      we (propose,present,introduce,develop,developed,release,released,design,designed,built,created,construct,call,name,term)
      our (model,method,approach,framework,system,network,architecture,tool,pipeline,proposed,package,software);proposed (model,method,approach,framework,network)
      this (paper,work,study,article) (presents,introduces,proposes,describes);we here (present,introduce);a novel (model,method,approach,framework,network,architecture,system,tool,pipeline)
      """
    case .ownName: "called;named;termed;dubbed;which we call;we call;denoted;referred to as;hereafter;abbreviated"
    case .writingAid:
      """
      language editing;grammar;readability;proofread(,ing);polish(,ed,ing) the;copy edit(,ed,ing);copyedit(,ed,ing);writing assistance;writing process
      edit(,ed) the (manuscript,text,paper);preparation of this (work,manuscript,paper);drafting;wording;improve the (writing,language,clarity,text)
      assist(,ed) (in,with) (writing,the writing,editing);language of the manuscript;responsibility for the content;github copilot;help(ed,s) with (the code,code,coding,writing);code development;coding assistan(t,ce);code completion;wrote the manuscript;spelling
      """
    case .derivedData:
      """
      protein structure database;structure database;alphafold db;precomputed (structures,predictions,embeddings);predicted structures (from,were downloaded)
      predictions were (downloaded,retrieved,taken) from;pubtator central;downloaded predictions;entries from
      """
    case .fineTuning:
      """
      fine tun(e,ed,es,ing);finetun(e,ed,es,ing);further train(ed,ing);re train(,ed,ing);retrain(,ed,ing);transfer learn(ing,ed)
      adapted (to,version);we adapt(,ed);domain adapt(ation,ed,ive);post train(,ed,ing);sft;supervised fine tuning;instruction tuning;update(d) the weights;unfr(ozen,eeze,oze)
      start(ed,ing) from (the ,)(coco,imagenet,released,published,publicly available,public,pretrained,pre trained,original,official) (weights,checkpoint,checkpoints,model)
      start(ed,ing) from (the ,)weights
      (final,last,output,classification) layer(s,) (was,were) replaced;replac(e,ed,ing) (the,its,their) (head,final layer,last layer,classification layer,output layer,classifier,top layer)
      fr(eeze,ozen,eezing) all but;trained starting from;initiali(zed,sed) (from,with);warm start(,ed);end to end tuning;dreambooth;rlhf;grpo;dpo
      """
    case .pretrained:
      """
      pre trained;pretrained;pre train(,ing);pretrain(,ing);imagenet weights;trained weights;model weights;released weights;public(ly) (available,released) (model,models,weights,checkpoint)
      off the shelf;out of the box;checkpoint(,s);stock model;default model;foundation model(,s);weights;model zoo;hugging face;huggingface
      """
    case .scratch:
      "from scratch;random(ly) initiali(zed,sed,zation,sation);random initiali(zation,sation);random weights;untrained;newly initiali(zed,sed);(he,xavier,glorot,kaiming) (scheme,normal,uniform,method);initiali(zed,sed) (with,by,using) (xavier,glorot,kaiming);(he,xavier,glorot,kaiming) initiali(zation,sation);without pre training;without pretraining;no pre training;no pretraining"
    case .training: "train(,ed,s,ing);learn(ed,s);fit;fitted;optimi(zed,sed);epoch(,s);loss"
    case .frozen:
      "fr(ozen,eeze,oze,eezing);kept fixed;held fixed;fixed (encoder,weights,backbone,features);without (fine tuning,finetuning,any fine tuning,further training,retraining);no fine tuning;not fine tuned"
    case .fittedOnTop:
      """
      linear (probe,probes,probing,classifier,head,readout,regression,evaluation);prob(e,es,ing) classifier;logistic regression;ridge regression;random forest(,s);support vector
      svm;xgboost;gradient boost(ing,ed);k nn;knn;k nearest;classification head;regression head;classifier head;prediction head;task head;task specific head;new head
      classifier (on top,trained on);trained on top;head trained;mlp (head,on top,classifier);lightgbm;glm;poisson regression
      probe(,s);probing;encoding model(,s);downstream classifier;(linear,segmentation) decoder;segmentation head;multiple instance learning;attention pooling
      new (softmax,output,classification,dense,fully connected,linear) layer;as (a,) frozen (encoder,backbone,feature extractor)
      """
    case .embedding:
      """
      embed(ding,dings,ded,s);feature extract(or,ors,ion);representation(,s);hidden state(,s);latent;(feature,word) vector(,s);features (from,extracted);vectoris(ed,ation);vectoriz(ed,ation)
      cosine similarity;nearest neighbo(r,ur,rs,urs);umap;clustered;clustering;semantic search;retriev(al,ed,er)
      """
    case .architecture:
      "architecture(,s);design;structure of the network;network structure;layers;convolutional;encoder decoder;skip connections;variant of;style (network,architecture,model);like (network,architecture,model);backbone"
    case .reimplementation:
      "re implement(,ed,s,ing,ation);reimplement(,ed,s,ing,ation);implementation of;our implementation;reproduc(e,ed);followed the architecture;following the (architecture,design);based on the (architecture,design);inspired by;as described in;as described by;adapted from;modified (version,from)"
    case .zeroShot: "zero shot;without any training;training free"
    case .inContext: "few shot;in context (learning,examples);one shot;exemplars;demonstrations;k shot"
    case .peft:
      "lora;qlora;low rank;adapter(,s);peft;parameter efficient;prefix tuning;prompt tuning;soft prompt(,s);dora"
    case .distillation: "distil(l,led,ling,lation,led from,lled,lling);knowledge distillation;teacher;student model"
    case .continuedPretraining:
      "continu(ed,al,e) pre training;continu(ed,al) pretraining;domain adaptive pre training;domain adaptive pretraining;continued from a checkpoint;continued training;further pre trained;further pretrained;dapt"
    case .quantisation: "quanti(zed,sed,zation,sation);int8;int4;4 bit;8 bit;gguf;awq;gptq;nf4;q4;fp8"
    case .conversion: "onnx;tensorrt;coreml;core ml;tflite;torchscript;openvino;exported to;converted to"
    case .wrappedTool:
      "web server;webserver;server;graphical user interface;gui;plugin;plug in;software;package;tool;command line;pipeline;default (parameters,settings)"
    case .judge:
      "judge(,s,d);evaluator;grader;graded;annotator(,s);annotat(ed,e,ion,ions);filter(,s,ed,ing);verifier;rater(,s);rated;label(ed,led,ing,ling);extract(ed,ion,s);screen(ed,ing);summari(zed,sed,ze,se);translat(ed,ion,e);transcri(bed,ption);parsed"
    case .api: "api;apis;azure;bedrock;openai;openrouter;vertex ai;together ai;api calls;endpoint;endpoints;batch api"
    case .localRun:
      "locally;on premises;on premise;ollama;vllm;llama cpp;local (machine,server,inference,deployment);self hosted;lm studio;our (gpu,server,cluster);huggingface transformers;hugging face"
    case .webRun:
      "web interface;web page;webpage;chat interface;web server;webserver;web version;chatgpt website;web app;online (server,tool,service)"
    case .optimiserName, .trainingSpan, .batchSize, .learningRate, .seedWord, .hardware, .runtime, .sampling,
      .promptNoun, .split,
      .counted, .data, .licence, .weightsPlace, .pretrainingData, .accessed, .month, .code, .codePlace, .supplement,
      .undisclosed,
      .onRequest, .settings, .container, .hyperparameters, .version:
      ""
    }
  }
}
