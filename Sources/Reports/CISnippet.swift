/// How a repository runs Colophon on its manuscripts.
package enum CISnippet: String, Sendable, CaseIterable {
  case github, gitlab
  case preCommit = "pre-commit"

  /// Where it stands in a repository.
  package var path: String {
    switch self {
    case .github: ".github/workflows/colophon.yml"
    case .gitlab: ".gitlab-ci.yml"
    case .preCommit: ".pre-commit-config.yaml"
    }
  }

  /// The file's text. Where Colophon is to be had is for its reader to put in; docs/ci.md says what goes there.
  ///
  /// - Parameter version: the release that CI is to run.
  package func text(version: String) -> String {
    switch self {
    case .github:
      """
      name: Colophon
      on: [push, pull_request]
      permissions:
        contents: read
      jobs:
        colophon:
          runs-on: ubuntu-latest
          steps:
            - uses: actions/checkout@v4
            # Put in who owns the repository of Colophon.
            - uses: OWNER/colophon@v\(version)

      """
    case .gitlab:
      """
      colophon:
        image: python:3.12-slim
        variables:
          # Put in the address of Colophon's wheel; 'pip install colophon' would install another project.
          COLOPHON_WHEEL: ""
        script:
          - pip install --quiet --no-index --no-deps "$COLOPHON_WHEEL"
          - colophon lint --output gitlab=gl-code-quality-report.json
        artifacts:
          when: always
          reports:
            codequality: gl-code-quality-report.json

      """
    case .preCommit:
      """
      repos:
        - repo: local
          hooks:
            - id: colophon
              name: colophon
              entry: colophon lint --affected
              language: system
              types: [text]
              require_serial: true

      """
    }
  }
}
