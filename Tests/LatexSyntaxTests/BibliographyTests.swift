import LatexSyntax
import Manuscripts
import Testing

private func works(_ text: String, _ keys: Set<String>) -> (works: [CitedWork], problems: [Problem]) {
  BibliographyReader.works(in: SourceFile(path: "a.bib", bytes: Array(text.utf8)), fileIndex: 0, keys: keys)
}

@Test func entriesAreReadWithStringsAndBraces() {
  let text =
    #"@string{acl = "Proc. ACL"} @Article{k1, title = {{BERT}: a {\"u}ber model}, author = "A and B", year = 2019, month = jan, journal = acl # " 7", doi = {10.1/x}}"#
  let work = works(text, ["k1"]).works.first
  #expect(work?.title == "BERT: a uber model")
  #expect(work?.year == "2019")
  #expect(work?.doi == "10.1/x")
  #expect(work?.note == "Proc. ACL 7")
}

@Test func onlyAskedKeysAreRead() {
  #expect(works("@misc{a, title={A}} @misc{b, title={B}}", ["b"]).works.map(\.key) == ["b"])
}

@Test func aBrokenEntryIsSkippedWithAProblem() {
  let found = works("@misc{a, title = {open\n@misc{b, title = {B}}", ["a", "b"])
  #expect(found.problems.map(\.kind) == [.bibliography])
}

@Test func fieldsAreKnownInAnyCaseAndTheFirstOfANameCounts() {
  let work = works("@misc{a, TITLE = {A}, abstract = {x {y} z}, Title = {B}, Year = 2020}", ["a"]).works.first
  #expect(work?.title == "A")
  #expect(work?.year == "2020")
}

@Test func aFieldThatIsNotKeptBreaksItsEntryToo() {
  let found = works("@misc{a, title = {A}, abstract = {open\n@misc{b, title = {B}}", ["a", "b"])
  #expect(found.works.map(\.key) == ["b"])
  #expect(found.problems.map(\.kind) == [.bibliography])
}

@Test func valuesAreOneLineOfWords() {
  let text = "@misc{a, title = {  A~{\\em B}\n\t C \\& $x$ } # \" D\" # jan, author = {}}"
  #expect(works(text, ["a"]).works.first?.title == "A B C & x  D1")
}

@Test func inlineBibliographiesAreWorks() {
  let text = #"\begin{thebibliography}{9}\bibitem{x} A. Author. A title. arXiv:1810.04805, 2018.\end{thebibliography}"#
  let manuscript = LatexReader.reading(of: ProjectFiles(main: [SourceFile(path: "a.tex", bytes: Array(text.utf8))]))
    .manuscript
  #expect(manuscript.works.map(\.key) == ["x"])
  #expect(manuscript.works.first?.arXiv == "1810.04805")
}
