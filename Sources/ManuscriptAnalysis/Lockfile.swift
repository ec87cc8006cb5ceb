/// Files beside a manuscript that pin versions of packages.
package enum Lockfile {
  private static let names: Set<String> = [
    "renv.lock", "environment.yml", "environment.yaml", "uv.lock", "poetry.lock", "pixi.lock", "Pipfile.lock",
    "Manifest.toml",
  ]

  /// True for the name of such a file.
  package static func isLockfile(_ name: String) -> Bool {
    names.contains(name) || name.hasPrefix("requirements") && name.hasSuffix(".txt")
  }

  /// A glob for them, as an editor takes it.
  package static let pattern = "**/{requirements*.txt,\(names.sorted().joined(separator: ","))}"
}
