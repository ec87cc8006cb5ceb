import ManuscriptAnalysis
import ReuseDetection
import TestSupport
import Testing

// Made-up passages in the voices of many fields, each read in both markups. The rules were tuned on them, so that they
// hold what is read rightly and say nothing of how often other texts are.

/// The same in a text of several sections of which none is headed as own work is.
private func checkInEssay(_ passage: Passage) {
  let rest = ["On speed", "Odd ends", "The rest"]
  check(
    Passage(
      latex: passage.latex + rest.map { "\\section{\($0)}\nMore of it.\n" }.joined(),
      markdown: passage.markdown + rest.map { "\n# \($0)\n\nMore of it.\n" }.joined(), reused: passage.reused))
}

@Test(arguments: [
  Passage("Methods", "We release our pre-trained model GeoScribe, which transfers pre-trained knowledge from satellite images to maps. It is compared with a linear baseline.", reused: []),
  Passage("Abstract", "We present PlanktonFM, a foundation model for plankton images, pre-trained on 40 million crops. PlanktonFM outperforms all earlier classifiers.", reused: []),
  Passage("Results", "Our pre-trained encoder reaches 0.91 without fine-tuning, and our foundation model transfers to unseen reefs.", reused: []),
  Passage("Methods", "Our network, CoralNetX, follows the U-Net design and was initialised with the weights of a DINOv2 encoder.", reused: ["DINOv2", "U-Net"]),
  Passage("Results", "Our model, PollenNet, was pre-trained on 2 million grains; fine-tuning PollenNet on rare taxa raised recall to 0.8.", reused: []),
  Passage("Abstract", "We introduce ReefBERT, a pre-trained language model for marine reports. ReefBERT was trained from scratch on 3 GB of text.", reused: []),
])
func theOwnModelIsNoReuse(passage: Passage) { check(passage) }

@Test(arguments: [
  Passage("Features", "With a single command, users can fine-tune ESM-2 or load ProtBERT checkpoints, and export them.", reused: []),
  Passage("Statement of need", "The package supports BERT, RoBERTa and DistilBERT out of the box and enables users to swap encoders.", reused: []),
  Passage("Usage", "To segment your own images, install the plugin, choose Cellpose from the menu and press Run.", reused: []),
  Passage("Introduction", "Practitioners should fine-tune RoBERTa before they turn to GPT-4, which is costly.", reused: []),
  Passage("Functionality", "The library provides wrappers for Cellpose and StarDist that can be called from a notebook.", reused: []),
  Passage("Summary", "The package lets ecologists apply MegaDetector, SpeciesNet or their own networks without writing code.", reused: []),
  Passage("Design", "A backend can be any chat model, for instance GPT-4o or Claude 3 Opus, which the user selects in the settings.", reused: []),
])
func whatAPackageOffersIsNoUse(passage: Passage) { check(passage) }

@Test(arguments: [
  Passage("Discussion", "A next step is to replace the classifier by ESM-2 embeddings and to test whether CLIP improves retrieval.", reused: []),
  Passage("Conclusion", "We plan to fine-tune Llama 2 on the full archive once it is digitised.", reused: []),
  Passage("Discussion", "It would be interesting to see whether Whisper transcribes these dialects as well.", reused: []),
  Passage("Discussion", "Foundation models such as Prithvi could replace our hand-made features in later versions.", reused: []),
  Passage("Conclusions", "Whether AlphaFold 3 predicts such complexes remains to be tested.", reused: []),
  Passage("Discussion", "Had we used Cellpose, small nuclei might have been merged.", reused: []),
])
func plansAndWishesAreNoUse(passage: Passage) { check(passage) }

@Test(arguments: [
  Passage("Word vectors", "Let us look at word2vec. We train word2vec by sliding a window over the text, and we obtain one vector for each word.", reused: []),
  Passage("How attention works", "In BERT, each token is encoded by twelve layers, and the result is fed into a classifier. Suppose we fine-tune BERT on a small task.", reused: []),
  Passage("Residual connections", "A ResNet is used to calculate the output of each layer from that of the layer before. Given an image, we apply the ResNet block twice.", reused: []),
  Passage("Sequence models", "Autoregressive models include WaveNet for audio and GPT-2 for text.", reused: []),
])
func explainingAModelIsNoUse(passage: Passage) { checkInEssay(passage) }

@Test(arguments: [
  Passage("Introduction", "GPT-4 was trained on web text and fine-tuned with human feedback, and it scores well on exams.", reused: []),
  Passage("Methods", "BioBERT is a BERT model that was trained on all abstracts of PubMed. We fine-tuned BioBERT on 900 sentences.", reused: ["BioBERT"]),
  Passage("Methods", "AlphaStar adopts a multi-discrete action space, which is employed in large games.", reused: []),
  Passage("Discussion", "Our earlier evaluation established that attention in Geneformer captures co-expression.", reused: []),
  Passage("Discussion", "In previous work we fine-tuned ESM-1b on enzymes; here we rely on sequence motifs alone.", reused: []),
  Passage("Related work", "CheXNet fine-tunes DenseNet-121 on 100,000 radiographs, and later systems use Vision Transformers such as DINO.", reused: []),
  Passage("Results", "Zhou et al. compared their method with BART and found gains of 2 points.", reused: []),
  Passage("Introduction", "DeepSEA was used to score variants in several cohorts, and Enformer has been applied to the same task.", reused: []),
  Passage("Methods", "We took the abstracts of the corpus, which have been annotated with tools including tmVar and GNormPlus.", reused: []),
  Passage("Background", "OpenAI's CLIP was trained on 400 million pairs of images and captions.", reused: []),
  Passage("Background", "In the study of Lee and colleagues, GPT-4 was prompted with each vignette and Claude 2 judged the answers.", reused: []),
  Passage("Introduction", "BERTopic has been used to follow debates in parliament, and GPT-4 has been evaluated on bar exams.", reused: []),
  Passage("Discussion", "This agrees with Kim et al., who fine-tuned ViT on fundus images and report an AUC of 0.93.", reused: []),
  Passage("Related work", "Enformer extends Basenji with attention and predicts expression from 200 kb of sequence.", reused: []),
  Passage("Methods", "Scores of the original study, in which the authors had applied ESM-1v, were not recomputed.", reused: []),
  Passage("Introduction", "Unlike ChatGPT, our rule-based system never invents citations.", reused: []),
  Passage("Discussion", "A reviewer asked whether GPT-4 would do better; this is beyond our scope.", reused: []),
  Passage("Introduction", "The success of AlphaFold 2 shows that sequence data can be used to predict structures, and its authors trained it on 170,000 chains.", reused: []),
  Passage("Results", "The gap to the 0.95 that Lopez et al. reported for DenseNet-121 is due to the smaller sample.", reused: []),
])
func whatOthersDidIsNotOurs(passage: Passage) { check(passage) }

@Test(arguments: [
  Passage("Results", "We did not fine-tune BERT, and no zero-shot transfer with CLIP was attempted.", reused: []),
  Passage("Methods", "Instead of AlphaFold 2 we used crystal structures throughout.", reused: []),
  Passage("Methods", "Neither GPT-4 nor Claude 2 was used in any step of the analysis.", reused: []),
  Passage("Limitations", "We could not run ESMFold on the longest chains.", reused: []),
  Passage("Methods", "No language model was used for coding; in particular, GPT-4 was not consulted.", reused: []),
  Passage("Methods", "StarDist and Cellpose were considered but not used, because masks were drawn by hand.", reused: []),
])
func whatWasNotRunIsNoUse(passage: Passage) { check(passage) }

@Test(arguments: [
  Passage("Results", "For comparison, the published accuracy of CheXNet is 0.84; the value was taken from its paper.", reused: []),
  Passage("Results", "The numbers of BERT and RoBERTa are from the leaderboard, while ours come from five runs of a linear model.", reused: []),
])
func numbersOfOthersAreNoRuns(passage: Passage) { check(passage) }

@Test(arguments: [
  Passage("Results", "GPT-4 scored 81 out of 100 on the items, ahead of Claude 2 with 74.", reused: ["Claude 2", "GPT-4"]),
  Passage("Results", "On our held-out plots, DINOv2 has an accuracy of 0.88.", reused: ["DINOv2"]),
  Passage("Methods", "We consider ESM-2 and ProtBERT as encoders.", reused: ["ESM-2", "ProtBERT"]),
  Passage("Results", "Regressing neural activity against GPT-2 embeddings explained 12% of the variance.", reused: ["GPT-2"]),
  Passage("Methods", "Text encoder: RoBERTa-large, frozen. Image encoder: ViT-B/16 pre-trained on ImageNet.", reused: ["RoBERTa-large", "ViT-B/16"]),
  Passage("Methods", "Speech was turned into text by Whisper large-v2, and sentences were parsed with spaCy's en_core_web_sm.", reused: ["Whisper large-v2", "en_core_web_sm"]),
  Passage("Results", "Quality, as measured by DNSMOS, rose by 0.2, and BERTScore by 0.01.", reused: ["BERTScore", "DNSMOS"]),
  Passage("Methods", "GPT-4o served as judge, and answers that it rejected were filtered out.", reused: ["GPT-4o"]),
  Passage("Methods", "The backbone is a ResNet-50 with ImageNet weights.", reused: ["ResNet-50"]),
  Passage("Methods", "As feature extractor served the penultimate layer of Inception v3.", reused: ["Inception v3"]),
  Passage("Methods", "Structures come from our own AlphaFold 2 runs with five recycles.", reused: ["AlphaFold 2"]),
  Passage("Methods", "After transcription with Whisper, two annotators checked every line.", reused: ["Whisper"]),
  Passage("Methods", "Cell masks: Cellpose 2.0, model cyto2, diameter 30.", reused: ["Cellpose"]),
  Passage("Results", "Whisper large-v3 made 4.1% word errors on the dialect recordings, against 9.8% for wav2vec 2.0.", reused: ["Whisper large-v3", "wav2vec 2.0"]),
  Passage("Results", "With Llama 3 8B the macro F1 was 0.61, with Mistral 7B 0.58.", reused: ["Llama 3 8B", "Mistral 7B"]),
  Passage("Methods", "Pre-processing: faces were found by RetinaFace, then cropped to 224 pixels.", reused: ["RetinaFace"]),
  Passage("Methods", "Sentence embeddings (all-MiniLM-L6-v2) entered a k-means clustering with k = 20.", reused: ["all-MiniLM-L6-v2"]),
  Passage("Methods", "Our pipeline begins with MegaDetector v5, whose boxes are cropped and passed on.", reused: ["MegaDetector"]),
  Passage("Methods", "Two raters and GPT-4o coded all 300 answers independently.", reused: ["GPT-4o"]),
  Passage("Methods", "The reward is the pLDDT of ESMFold for each designed sequence.", reused: ["ESMFold"]),
  Passage("Experiments", "As baselines we take PatchTST and the Temporal Fusion Transformer, each trained on our series.", reused: ["PatchTST", "Temporal Fusion Transformer"]),
  Passage("Methods", "FID was calculated with Inception v3 features.", reused: ["Inception v3"]),
  Passage("Methods", "Perplexity under GPT-2 was taken as a measure of surprise.", reused: ["GPT-2"]),
])
func useNeedsNoVerbOfUse(passage: Passage) { check(passage) }

@Test(arguments: [
  Passage("Methods", "We compare four networks: VGG16, ResNet-50, DenseNet-121 and a small CNN. All models except the CNN were fine-tuned from ImageNet weights.", reused: ["DenseNet-121", "ResNet-50", "VGG16"]),
  Passage("Methods", "Three language models were evaluated: GPT-4, Claude 2 and Llama 2. For all models, greedy decoding was used.", reused: ["Claude 2", "GPT-4", "Llama 2"]),
  Passage("Methods", "The following models were used in the experiments: BERT, RoBERTa and XLNet.", reused: ["BERT", "RoBERTa", "XLNet"]),
  Passage("Methods", "Each of the three models (SciBERT, BioBERT, PubMedBERT) was fine-tuned for five epochs.", reused: ["BioBERT", "PubMedBERT", "SciBERT"]),
])
func listsAndTheirSentencesAreUse(passage: Passage) { check(passage) }

@Test(arguments: [
  Passage("Methods", "Nuclei were segmented with Stardist.", reused: ["StarDist"]),
  Passage("Methods", "We transcribed the interviews with WhisperX.", reused: ["WhisperX"]),
  Passage("Methods", "Answers were generated with GPT-4 Turbo and with GPT-3.5 Turbo.", reused: ["GPT-3.5", "GPT-4 Turbo"]),
  Passage("Methods", "Dog breeds were recognised by a resnet50 pretrained on imagenet that we retrained for ten epochs.", reused: ["resnet50"]),
])
func shorthandAndVariantsAreNames(passage: Passage) { check(passage) }

@Test(arguments: [
  Passage("Methods", "Cells from the Tabula Sapiens atlas were used, and we trained a classifier on the Tabula Sapiens lung cells.", reused: []),
  Passage("Results", "The hot spot near Janus Patera was computed from the maps of emission.", reused: []),
  Passage("Methods", "The community earth system model was run, and we used the output of the CESM ensemble.", reused: []),
  Passage("Methods", "Glutamate pyruvate transaminase (GPT) was measured, and GPT-positive sera were used.", reused: []),
  Passage("Methods", "Spectra from Gemini North were reduced; we used Gemini data of two nights.", reused: []),
  Passage("Methods", "We used data from the Aurora kinase assay.", reused: []),
  Passage("Methods", "The PRISM climate grid was used, and PRISM data were downloaded in May.", reused: []),
  Passage("Methods", "Alignments in SAM format were sorted, and SAM files were indexed.", reused: []),
  Passage("Methods", "The bert gene family was annotated, and Roberta Smith coded the interviews.", reused: []),
  Passage("Methods", "Major adverse cardiac events (MACE) were recorded, and MACE rates were estimated by a Cox model.", reused: []),
  Passage("Results", "The Phoenix cluster was observed with Chandra; Gemini spectra were used for redshifts.", reused: []),
  Passage("Methods", "Ti-6Al-4V samples were annealed; the T5 temper and the S4 sample were used as reference.", reused: []),
  Passage("Methods", "We used the Llama population of the farm; each llama was weighed twice.", reused: []),
  Passage("Methods", "Flamingo counts were used as an index, and Falcon nests were recorded.", reused: []),
  Passage("Methods", "CLIP-seq reads were trimmed, and CLIP peaks were called with default settings.", reused: []),
])
func wordsOfOtherFieldsAreNoModels(passage: Passage) { check(passage) }

@Test(arguments: [
  Passage("Methods", "We downloaded predicted structures from the AlphaFold Protein Structure Database and used them as input.", reused: []),
  Passage("Methods", "Labels were taken from the PubTator database and used as input for our rules.", reused: []),
  Passage("Methods", "The GPT-4 dataset of Smith was used to estimate prices.", reused: []),
])
func collectionsOfAModelsNameAreNoModels(passage: Passage) { check(passage) }

@Test(arguments: [
  Passage("Introduction", "We follow the definition of transfer of the BERT paper.", reused: []),
  Passage("Methods", "As in BERT, we mask 15% of the tokens of each record; our model is trained from scratch.", reused: []),
  Passage("Methods", "The loss is that of SimCLR, applied to our own encoder.", reused: []),
  Passage("Methods", "We use the WordPiece vocabulary of BERT to split reports, and a bag of words as features.", reused: []),
  Passage("Methods", "The learning rate schedule follows the ViT paper.", reused: []),
  Passage("Methods", "Data were split as in CheXNet.", reused: []),
])
func ideasOfAPaperAreNoUse(passage: Passage) { check(passage) }

@Test(arguments: [
  Passage("Methods", "Galaxies were classified by Zoobot after fine-tuning on 800 labels.", reused: ["Zoobot"]),
  Passage("Experiments", "For the text branch we adopt SciBERT and for images CLIP ViT-B/32; both are kept frozen.", reused: ["CLIP ViT-B/32", "SciBERT"]),
  Passage("Methods", "Bird calls were detected using BirdNET with a threshold of 0.7.", reused: ["BirdNET"]),
  Passage("Methods", "Poses were tracked with a DeepLabCut network based on ResNet-50.", reused: ["DeepLabCut"]),
  Passage("Study design", "Each vignette was presented to ChatGPT and to Gemini 1.5 Pro in March 2024.", reused: ["ChatGPT", "Gemini 1.5 Pro"]),
  Passage("Methods", "I queried Claude 2 once for each poem.", reused: ["Claude 2"]),
  Passage("Methods", "Embeddings from ESM-2 (650M) fed a random forest.", reused: ["ESM-2"]),
  Passage("Methods", "The authors of this study ran AlphaFold 2 for all complexes.", reused: ["AlphaFold 2"]),
  Passage("Experiment", "A vision transformer (ViT-B/16, ImageNet-21k) was adapted to our slides with LoRA.", reused: ["ViT-B/16"]),
  Passage("Methods", "Protein language model embeddings were computed with ProtT5-XL-U50 and averaged over residues.", reused: ["ProtT5-XL-U50"]),
  Passage("Data", "Tweets were translated to English by NLLB-200 before coding.", reused: ["NLLB-200"]),
  Passage("Procedure", "Participants chatted with ChatGPT (GPT-4o) for ten minutes.", reused: ["GPT-4o"]),
  Passage("Methods", "Cell types were assigned by scGPT without further training.", reused: ["scGPT"]),
  Passage("Methods", "Forests were mapped by fine-tuning Prithvi-EO-2.0 on 1,200 chips.", reused: ["Prithvi"]),
  Passage("Results", "Zero-shot, CLIP reached 71% on our sherds; linear probing brought 84%.", reused: ["CLIP"]),
])
func useIsFoundInManyFields(passage: Passage) { check(passage) }

@Test(arguments: [
  Passage("Results", "One answer read: \"I am ChatGPT, a model trained by OpenAI, and I used BERT for this.\" We coded it as off-topic.", reused: []),
])
func quotedWordsAreNotTheAuthors(passage: Passage) { check(passage) }

@Test(arguments: [
  Passage("Acknowledgements", "During the preparation of this work the authors used ChatGPT to improve readability.", reused: []),
  Passage("Methods", "GitHub Copilot and Claude helped us to write the plotting code.", reused: []),
])
func helpWithWritingIsNoUse(passage: Passage) { check(passage) }
