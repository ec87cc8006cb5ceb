extension Cue {
  /// The phrases of the cues that tell details; nil for the others.
  var detailPatterns: String? {
    switch self {
    case .optimiserName:
      "adam;adamw;adamax;sgd;rmsprop;adagrad;adadelta;lamb;l bfgs;lbfgs;nadam;radam;adafactor;stochastic gradient descent;muon;lookahead;ranger"
    case .trainingSpan:
      "epoch(,s);training step(,s);iteration(,s);gradient step(,s);optimi(zer,ser) step(,s);training iterations;max steps;num train epochs;update steps"
    case .batchSize: "batch size(,s);mini batch size;minibatch size;batches of;batch of;train batch size;batchsize"
    case .learningRate: "learning rate(,s);lr"
    case .seedWord: "seed(,s,ed);random state;manual seed;random seed(,s);set seed"
    case .hardware:
      """
      gpu(,s);nvidia;a100;v100;h100;h200;l40s;rtx;tpu(,s);t4;a6000;a40;geforce;quadro;cpu(,s);apple m1;apple m2;apple m3;apple silicon;dgx;p100;titan
      workstation;cloud instance;jetson;supercomputer;hpc cluster;gb (of,) ram;gb ram;macbook;xeon;core i7;core i9
      """
    case .runtime:
      """
      pytorch;tensorflow;keras;transformers;scikit learn;sklearn;jax;torch;torchvision;vllm;python;timm;monai;cuda;sentence transformers;spacy
      llama cpp;ollama;langchain;fastai;pytorch lightning;lightning;accelerate;peft;trl;openai python;ultralytics;mmdetection;detectron2;stanza;r package
      xgboost;onnxruntime;open clip;deepspeed;unsloth;flair;allennlp;docker
      """
    case .sampling:
      "temperature;top p;top k;max tokens;max new tokens;greedy;beam search;beam size;num beams;nucleus sampling;decoding;sampling parameters;repetition penalty;deterministic;logit;log probabilities;default (parameters,settings,configuration,sampling,decoding,generation)"
    case .promptNoun: "prompt(,s);prompt template(,s);system (prompt,message);instruction template;instructions"
    case .split:
      """
      (train,training) (set,sets,split,splits,data,partition,fold,folds);test (set,sets,split,data,images);testing set;validation (set,sets,split,data);held out;holdout;hold out;cross validat(ion,ed);k fold;fold(,s)
      5 fold;10 fold;train test;development set;dev set;split (into,by,per);random(ly) split;stratified;leave one out;test split;data split(,s);train val
      """
    case .counted:
      """
      image(,s);sample(,s);sequence(,s);patient(,s);participant(,s);paper(,s);document(,s);sentence(,s);abstract(,s);cell(,s);frame(,s);tweet(,s);note(,s);protein(,s)
      example(,s);instance(,s);post(,s);recording(,s);spectra;volume(,s);scan(,s);slide(,s);question(,s);pair(,s);item(,s);token(,s);record(,s);subject(,s);trial(,s);video(,s)
      read(,s);tile(,s);patches;molecule(,s);structure(,s);compound(,s);observation(,s);narrative(,s);caption(,s);galaxies;event(,s);station(,s);clips;labels;objects;cases;stacks;rows
      """
    case .data:
      "dataset(,s);data set(,s);corpus;corpora;benchmark(,s);database(,s);collection;cohort(,s);our own (images,data);training data;training set;training images;annotated;labelled;labeled;images from;data from;photographed;curated;we collected;were collected;we (included,enrolled,recruited,imaged,acquired,retrospectively included);were (enrolled,recruited,imaged,acquired,photographed,scanned);recorded;images (are,were);sequences (are,were);archived"
    case .licence:
      "licen(ce,se,sed,ses,sing);apache;cc by;cc0;openrail;terms of (use,service);bsd 3;mit license;mit licence;open weights license"
    case .weightsPlace:
      """
      download(ed,able) from;accessed (through,via,from);distributed (with,by);available (at,from,on,through,via) (hugging,huggingface,the,github,zenodo);hugging face;huggingface;huggingface hub;torchvision;timm;zenodo;model zoo;tensorflow hub;tfhub;kaggle;modelscope
      torch hub;obtained from;taken from;provided by;released (at,on);checkpoint from;weights from;loaded from;from pretrained;github;openrouter;ollama;bioimage io;ngc;open clip
      """
    case .pretrainingData:
      """
      (pre,) trained on;pretrained on;pretraining (on,data,corpus,dataset);pre training (on,data,corpus,dataset);imagenet;imagenet 1k;imagenet 21k;uniref50;uniref90;uniref;the pile;laion;laion 2b;laion 5b;common crawl
      openwebtext;jft;instagram;coco;uniprot;mimic;pubmed abstracts;s2orc;cellxgene;masked language model(ling,ing) on;librispeech
      """
    case .accessed:
      "accessed;queried;access date;last (access,accessed);retrieved (on,in);between;conducted (in,between);performed (in,between);collected (in,between);run (in,between,on);called (in,between,on);ran (from,between,on);submitted (between,in,on);sent (between,on)"
    case .month:
      "january;february;march;april;may;june;july;august;september;october;november;december;jan;feb;mar;apr;jun;jul;aug;sep;sept;oct;nov;dec"
    case .code: "code;source code;script(,s);notebook(,s);software;implementation;codebase;repository;pipeline"
    case .codePlace:
      "github;gitlab;zenodo;bitbucket;osf;figshare;codeberg;available at;available from;available on;openly available;publicly available;open source;repository;supplementary code;software heritage"
    case .supplement:
      "supplement(,s,al,ary);supporting information;appendix;appendices;our repository;repository;github;configuration file(,s);online material;extended data;si appendix;code"
    case .undisclosed:
      "not disclosed;undisclosed;not (been,) (public,publicly available,released,reported) by;does not disclose;do not disclose;not publicly known;proprietary training data;not documented;unknown training data"
    case .onRequest:
      "upon acceptance;on acceptance;upon publication;after publication;upon (reasonable,) request;on request;anonymi(zed,sed) for review;will be (released,made available,published)"
    case .settings:
      "default (parameters,settings,values,options,configuration,model);diameter;flow threshold;confidence threshold;with default;recommended settings;parameters were;setting(,s);threshold(,s)"
    case .container:
      "docker;container;singularity;apptainer;workstation;edge device;jetson;raspberry;on premises;cloud;server;laptop;smartphone;web browser"
    case .hyperparameters:
      "hyperparameter(,s);hyper parameter(,s);training (details,settings,configuration,parameters);implementation details"
    case .version: "version;v;release;revision;commit;snapshot;checkpoint;tag;dated"
    case .firstPerson, .otherAuthors, .earlierWork, .example, .hypothetical, .surveyVoice, .part, .output, .planned,
      .allModels, .builtUpon,
      .negation,
      .contrast, .reported, .use, .passive,
      .with, .evaluate, .prompt, .result, .exceeded, .selfDevelopment, .ownName, .writingAid, .derivedData,
      .fineTuning,
      .pretrained, .scratch, .training, .frozen, .fittedOnTop, .embedding, .architecture, .reimplementation, .zeroShot,
      .inContext, .peft, .distillation, .continuedPretraining, .quantisation, .conversion, .wrappedTool, .judge, .api,
      .localRun, .webRun:
      nil
    }
  }
}
