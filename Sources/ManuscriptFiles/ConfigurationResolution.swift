import ManuscriptAnalysis
import Manuscripts
import TOMLKit

/// Follows `extend` from a settings file to those below it, and lays them over each other.
struct ConfigurationResolution {
  /// Files that one may stand on another.
  private static let chainLimit = 16
  private static let byteLimit = 1_048_576

  private struct Layer {
    let table: TOMLTable
    var reader: ConfigurationReader
    let shown: String
  }

  private let shown: String
  private let buffers: [String: [UInt8]]
  private var result = ResolvedConfiguration()
  private var layers: [Layer] = []

  /// - Parameter shown: how the first file is named to the user.
  init(shown: String, buffers: [String: [UInt8]] = [:]) {
    self.shown = shown
    self.buffers = buffers
  }

  mutating func resolved(_ file: String, for path: String) -> ResolvedConfiguration {
    collect(file)
    // The file that is extended last holds least.
    for index in layers.indices.reversed() {
      layers[index].reader.apply(layers[index].table, to: &result.configuration)
      for (key, place) in layers[index].reader.origins {
        let origin = ResolvedConfiguration.Origin(file: layers[index].shown, line: place.line)
        let isJoined = ConfigurationKey.named(key, in: "")?.inheritance == .joined
        result.origins[key] = [origin] + (isJoined ? result.origins[key] ?? [] : [])
      }
    }
    result.problems = layers.flatMap(\.reader.sortedProblems) + result.problems
    placeOverrides(of: file, for: path)
    return result
  }

  /// Reads the file and those it extends.
  private mutating func collect(_ file: String) {
    var next: String? = file
    var shown = shown
    var root: String?
    while let file = next {
      next = nil
      let real = FileSystem.realPath(file) ?? file
      root = root ?? Self.root(of: real)
      result.files.append((shown, real))
      let bytes: [UInt8]
      do {
        bytes = if let buffer = buffers[real] { buffer } else { try FileSystem.read(file, limit: Self.byteLimit) }
      } catch {
        return complain(shown, error.message)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      switch ConfigurationFile.table(of: text, shown) {
      case .failure(let problem): return result.problems.append(problem)
      case .success(let table):
        var reader = ConfigurationReader(places: KeyPlaces(text), file: shown, path: real)
        if let extended = reader.extended(by: table) {
          let below = ProjectPath.joined(ProjectPath.folder(of: real), extended)
          if let reason = refusal(of: below, named: extended, root: root ?? "") {
            reader.complain("extend", reason)
          } else {
            next = below
          }
          layers.append(Layer(table: table, reader: reader, shown: shown))
          shown = extended.hasPrefix("/") ? extended : ProjectPath.joined(ProjectPath.folder(of: shown), extended)
        } else {
          layers.append(Layer(table: table, reader: reader, shown: shown))
        }
      }
    }
  }

  private mutating func complain(_ file: String, _ message: String) {
    result.problems.append(
      ConfigurationProblem(file: file, place: LineIndex.Position(line: 1, column: 1), message: message))
  }

  /// Why a file may not be extended; nil when it may.
  private func refusal(of path: String, named name: String, root: String) -> String? {
    guard let real = buffers[path] == nil ? FileSystem.realPath(path) : path else {
      let folder = ProjectPath.folder(of: path)
      let others = FileSystem.names(in: folder).filter { $0.hasSuffix(".toml") }
      let nearest = NearestName.nearest(to: ProjectPath.lastPart(of: path), in: others)
      return "'extend' names '\(name)', which does not exist" + NearestName.hint(nearest)
    }
    guard real.hasPrefix(root + "/") else { return "'extend' names '\(name)', which lies outside the project" }
    guard FileSystem.kind(of: real) != .folder else { return "'extend' names '\(name)', which is a folder" }
    if let start = result.files.firstIndex(where: { $0.path == real }) {
      let circle = (result.files[start...] + [result.files[start]]).map(\.shown).joined(separator: " -> ")
      return "'extend' leads in a circle: \(circle)"
    }
    return result.files.count < Self.chainLimit ? nil : "more than \(Self.chainLimit) files extend each other"
  }

  /// The real folder that extended files must lie in: that with `.git`, else the highest one above with settings, else
  /// the file's own.
  private static func root(of file: String) -> String {
    let own = ProjectPath.folder(of: file)
    var highest = own
    var current = own
    while !current.isEmpty {
      if FileSystem.kind(of: current + "/.git") != nil { return current }
      if ConfigurationFile.isIn(current) { highest = current }
      current = ProjectPath.folder(of: current)
    }
    return highest
  }

  /// Says where the manuscript lies for the file that holds, to which patterns of paths are relative.
  private mutating func placeOverrides(of file: String, for path: String) {
    let folder = FileSystem.kind(of: path) == .folder ? path : ProjectPath.folder(of: path)
    guard !result.configuration.fileOverrides.isEmpty, let real = FileSystem.realPath(folder.isEmpty ? "." : folder)
    else { return }
    let base = ConfigurationFile.baseFolder(of: file)
    guard real.hasPrefix(base + "/") else { return }
    for index in result.configuration.fileOverrides.indices {
      result.configuration.fileOverrides[index].folder = String(real.dropFirst(base.utf8.count + 1))
    }
  }
}
