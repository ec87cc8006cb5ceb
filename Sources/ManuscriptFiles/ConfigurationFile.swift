import ManuscriptAnalysis
package enum ConfigurationFile {
  package static func configuration(for path: String, named name: String?) throws(ManuscriptFileError) -> Configuration { Configuration() }
}
