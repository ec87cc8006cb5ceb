import Manuscripts

/// What the reader does with a command it knows.
enum LatexCommand: Sendable {
  enum Definition: Sendable { case newCommand, def, documentCommand, mathOperator, letAlias, newIf, environment }
  enum Inclusion: Sendable { case input, include, importFrom, subfile, listing }
  enum Citation: Sendable { case parenthetical, textual, silent, many }
  enum Acronym: Sendable { case short, long, defineShort, defineEntry, defineGlossary, declare }

  /// The name vanishes; groups after it are read as prose.
  case transparent
  /// The name and this many groups vanish, optional arguments too.
  case skip(Int)
  /// The first `skip` groups vanish, the next is prose.
  case keepLast(skip: Int)
  /// The first group is prose, the next `skip` groups vanish.
  case keepFirst(skip: Int)
  case text(StaticString)
  case accent
  case citation(Citation)
  case section(level: Int)
  case definition(Definition)
  case inclusion(Inclusion)
  case bibliography, bibliographyItem
  case acronym(Acronym)
  case begin, end, item, caption, footnote, title, metadata, abstract
  case keywordLike(StaticString)
  case href, url, code, verb, enquote
  case paragraphBreak, space, lineBreak
  case number, unit, quantity, quantityRange
  case condition, conditionFalse, conditionTrue, otherwise, endCondition
  case appendix, language, documentClass, graphicsPath, expandAfter
}

extension LatexCommand {
  /// The commands by name, without the backslash and without a star.
  static let table: NameTable<LatexCommand> = {
    var table: [String: LatexCommand] = [:]
    func add(_ names: StaticString, _ command: LatexCommand) {
      let text = String(
        decoding: UnsafeBufferPointer(start: names.utf8Start, count: names.utf8CodeUnitCount), as: UTF8.self)
      for name in text.split(separator: " ") { table[String(name)] = command }
    }
    add(
      "cite citep citealp parencite autocite footcite supercite citenum onlinecite citeyearpar smartcite fullcite cites Cite",
      .citation(.parenthetical))
    add("textcite citet citeauthor Citet Textcite newcite citealt citeasnoun shortcite", .citation(.textual))
    add("citeyear nocite citeyearonly", .citation(.silent))
    add("parencites autocites textcites footcites supercites citetext", .citation(.many))
    add("part chapter section", .section(level: 1))
    add("subsection", .section(level: 2))
    add("subsubsection bmhead", .section(level: 3))
    add("paragraph subparagraph", .section(level: 4))
    add("newcommand renewcommand providecommand DeclareRobustCommand newrobustcmd robustify", .definition(.newCommand))
    add("def edef gdef xdef", .definition(.def))
    add(
      "NewDocumentCommand RenewDocumentCommand ProvideDocumentCommand DeclareDocumentCommand",
      .definition(.documentCommand))
    add("DeclareMathOperator", .definition(.mathOperator))
    add("let", .definition(.letAlias))
    add("newif", .definition(.newIf))
    add("newenvironment renewenvironment NewDocumentEnvironment", .definition(.environment))
    add("input InputIfFileExists", .inclusion(.input))
    add("include", .inclusion(.include))
    add("import subimport includefrom subincludefrom inputfrom", .inclusion(.importFrom))
    add("subfile subfileinclude", .inclusion(.subfile))
    add("lstinputlisting verbatiminput inputminted VerbatimInput", .inclusion(.listing))
    add("bibliography addbibresource", .bibliography)
    add("bibitem", .bibliographyItem)
    add(
      "ac acs acf acfp Ac acp acsp gls Gls glspl Glspl GLS acrshort acrfull glsxtrshort glsentryshort acrshortpl Acrshort",
      .acronym(.short))
    add("acl aclp acrlong Acl glsxtrlong acrlongpl glsdesc", .acronym(.long))
    add("acrodef acro newacro acrodefplural", .acronym(.defineShort))
    add("newacronym newabbreviation", .acronym(.defineEntry))
    add("newglossaryentry", .acronym(.defineGlossary))
    add("DeclareAcronym", .acronym(.declare))
    add("begin", .begin)
    add("end", .end)
    add("item", .item)
    add(
      "caption captionof subcaption captionabove captionbelow tablecaption topcaption bottomcaption tcaption fcaption",
      .caption)
    add("footnote footnotetext tablefootnote thanks sidenote marginnote endnote blfootnote fn tnote", .footnote)
    add("title", .title)
    add(
      "author date affil affiliation institute email address orcid address authorrunning titlerunning fnm sur keywords keyword IEEEkeywords institution city country icmlauthor icmlaffiliation icmlkeywords corresp shorttitle shortauthor",
      .metadata)
    add("abstract", .abstract)
    add("ack acknowledgments acknowledgements", .keywordLike("Acknowledgements"))
    add("dataavailability datastatement", .keywordLike("Data availability"))
    add("codeavailability codestatement", .keywordLike("Code availability"))
    add("authorcontributions contributions authorcontribution", .keywordLike("Author contributions"))
    add("funding conflictsofinterest competinginterests", .keywordLike("Funding"))
    add("href", .href)
    add("url nolinkurl path doi", .url)
    add("texttt code lstinline mintinline ttfamily textttt", .code)
    add("verb", .verb)
    add("enquote textquote textquotedblleft", .enquote)
    add("par newpage clearpage cleardoublepage pagebreak maketitle bigskip medskip smallskip", .paragraphBreak)
    add("\\ newline linebreak tabularnewline cr", .lineBreak)
    add("quad qquad enspace thinspace hfill space hspace* xspace nobreakspace dotfill", .space)
    add("num numlist numrange ang qtyproduct", .number)
    add("si unit", .unit)
    add("SI qty SIlist", .quantity)
    add("SIrange qtyrange", .quantityRange)
    add("iffalse", .conditionFalse)
    add("iftrue", .conditionTrue)
    add(
      "ifx ifnum ifdim ifodd ifcase ifcat if ifdefined ifcsname ifmmode ifvmode ifhmode ifpdf ifluatex ifxetex",
      .condition)
    add("else", .otherwise)
    add("fi", .endCondition)
    add("appendix appendices", .appendix)
    add("documentclass", .documentClass)
    add("setdefaultlanguage setmainlanguage selectlanguage", .language)
    add("usepackage RequirePackage", .graphicsPath)
    add("expandafter noexpand protect relax", .expandAfter)
    addSkipped(add)
    addText(add)
    return NameTable(table)
  }()

  private static func addSkipped(_ add: (StaticString, LatexCommand) -> Void) {
    add(
      "label ref eqref autoref cref Cref vref pageref nameref subref hypertarget vspace hspace vskip hskip kern includegraphics includesvg graphicspath bibliographystyle citestyle pagestyle thispagestyle setcounter addtocounter stepcounter refstepcounter pagenumbering thepage hypersetup geometry captionsetup lstset sisetup pdfinfo tikzset usetikzlibrary pgfplotsset definecolor colorlet color rowcolor columncolor cellcolor arrayrulecolor theoremstyle setlength addtolength setlist fontsize selectfont linespread baselinestretch hline cline cmidrule midrule toprule bottomrule arraybackslash specialrule addlinespace morecmidrules noindent centering raggedright raggedleft index glsadd printbibliography printglossary printacronyms printglossaries listoffigures listoftables tableofcontents markboth markright fancyhead fancyfoot lhead rhead lfoot rfoot cfoot chead vfill rule phantom hphantom vphantom allowdisplaybreaks FloatBarrier balance resizebox@ counterwithin numberwithin newcounter newlength newtheorem newcolumntype newlist bibpunct setcitestyle DeclareSIUnit DeclareSIUnitPrefix crefname Crefname includeonly hyphenation orcidlink orcidID pdfbookmark addcontentsline bibdata PassOptionsToPackage AtBeginDocument AtEndDocument makeatletter makeatother todo missingfigure removed deleted sout st hide ignore comment citestyle setstretch singlespacing doublespacing linenumbers nolinenumbers ccsdesc received revised accepted copyrightyear acmConference acmDOI acmISBN setcopyright acmYear acmPrice acmJournal acmVolume acmNumber lstdefinestyle lstdefinelanguage tcbset newtcolorbox mdfsetup titleformat titlespacing hbadness tolerance vbadness protected csname@ clip path@ draw node fill tikz pgfimage animategraphics movie note notes fixme FIXME",
      .skip(1))
    for names: StaticString in [
      "centering noindent hline toprule midrule bottomrule raggedright raggedleft thepage arraybackslash printbibliography printglossary printacronyms listoffigures listoftables tableofcontents vfill FloatBarrier balance makeatletter makeatother singlespacing doublespacing linenumbers nolinenumbers selectfont protected allowdisplaybreaks morecmidrules baselinestretch clip draw node fill addlinespace"
    ] { add(names, .transparent) }
    add(
      "setlength addtolength setcounter addtocounter fontsize newtheorem newcolumntype newlist DeclareSIUnit hypertarget rule markboth addcontentsline PassOptionsToPackage counterwithin numberwithin titleformat newcounter@ colorlet lstdefinestyle lstdefinelanguage newtcolorbox specialrule@",
      .skip(2))
    add("definecolor crefname Crefname titlespacing", .skip(3))
    add("cmidrule cline", .skip(1))
    add(
      "textcolor colorbox texorpdfstring@ parbox raisebox hyperlink hyperref makebox@ framebox@ scalebox rotatebox resizebox multicolumn multirow fcolorbox adjustbox foreignlanguage textlang",
      .keepLast(skip: 1))
    add("resizebox multicolumn multirow fcolorbox", .keepLast(skip: 2))
    add("replaced texorpdfstring", .keepFirst(skip: 1))
  }

  private static func addText(_ add: (StaticString, LatexCommand) -> Void) {
    for (name, text) in [
      ("%", "%"), ("_", "_"), ("&", "&"), ("#", "#"), ("$", "$"), ("{", "{"), ("}", "}"), ("textbackslash", "\\"),
      ("textunderscore", "_"), ("ldots", "..."), ("dots", "..."), ("textellipsis", "..."), ("slash", "/"),
      ("LaTeX", "LaTeX"), ("TeX", "TeX"),
      ("textasciitilde", "~"), ("textendash", "-"), ("textemdash", "—"), ("textgreater", ">"), ("textless", "<"),
      ("textpm", "±"), ("textdegree", "°"), ("degree", "°"), ("textmu", "µ"), ("micro", "µ"), ("ss", "ß"), ("o", "ø"),
      ("O", "Ø"),
      ("aa", "å"), ("AA", "Å"), ("ae", "æ"), ("AE", "Æ"), ("oe", "œ"), ("OE", "Œ"), ("l", "ł"), ("L", "Ł"), ("i", "i"),
      ("j", "j"),
      ("texttimes", "×"), ("textquotesingle", "'"), ("textbar", "|"), ("copyright", "©"), ("S", "§"), ("P", "¶"),
      ("pounds", "£"),
      ("checkmark", "✓"), ("cmark", "✓"), ("xmark", "✗"), ("alpha", "alpha"), ("beta", "beta"), ("textalpha", "α"),
      ("textbeta", "β"),
      ("eg", "e.g."), ("ie", "i.e."), ("etal", "et al."), ("textsuperscript@", ""),
    ] as [(StaticString, StaticString)] { add(name, .text(text)) }
    add("' ` ^ \" ~ = . u v H c d b k r t", .accent)
  }
}
