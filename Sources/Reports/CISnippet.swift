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

  package var text: String {
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
            - run: pip install colophon
            - run: colophon lint .

      """
    case .gitlab:
      """
      colophon:
        image: python:3.12-slim
        script:
          - pip install colophon
          - colophon lint .

      """
    case .preCommit:
      """
      repos:
        - repo: local
          hooks:
            - id: colophon
              name: colophon
              entry: colophon lint
              language: system
              files: \\.(tex|ltx|latex|md|markdown|qmd|[Rr]md)$

      """
    }
  }
}
