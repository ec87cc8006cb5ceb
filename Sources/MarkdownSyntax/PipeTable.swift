import Manuscripts

/// A pipe table: rows of cells by their place, which CommonMark reads as a paragraph.
struct PipeTable {
  let range: Range<Int>
  let rows: [[Range<Int>]]
  let caption: Range<Int>?

  /// The tables of a part of a file, outside code.
  /// - Complexity: linear.
  static func tables(in masked: MaskedSource, _ range: Range<Int>) -> [PipeTable] {
    guard masked.bytes.firstOffset(of: 0x7C, from: range.lowerBound, to: range.upperBound) < range.upperBound else {
      return []
    }
    let lines = lines(of: masked.bytes, range)
    var tables: [PipeTable] = []
    var isInFence = false
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if isFence(masked.bytes[line]) { isInFence.toggle() }
      guard !isInFence, index + 1 < lines.count, masked.bytes[line].contains(0x7C),
        isDelimiter(masked.bytes[lines[index + 1]])
      else {
        index += 1
        continue
      }
      var last = index + 2
      while last < lines.count, masked.bytes[lines[last]].contains(0x7C) { last += 1 }
      let rows = ([index] + Array((index + 2)..<last)).map { cells(of: masked.bytes, lines[$0]) }.filter { !$0.isEmpty }
      let caption = self.caption(after: last, before: index, lines, masked.bytes)
      let end = caption.map { max($0.upperBound, lines[last - 1].upperBound) } ?? lines[last - 1].upperBound
      let start = caption.map { min($0.lowerBound, line.lowerBound) } ?? line.lowerBound
      tables.append(
        PipeTable(range: start..<end, rows: rows, caption: caption.map { trimmedCaption($0, masked.bytes) }))
      index = last
    }
    return tables
  }

  private static func lines(of bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = bytes.firstOffset(of: 0x0A, from: start, to: range.upperBound)
      lines.append(start..<end)
      start = end + 1
    }
    return lines
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { $0 == 0x20 }
    return text.starts(with: [0x60, 0x60, 0x60]) || text.starts(with: [0x7E, 0x7E, 0x7E])
  }

  /// `|---|:--:|`, with at least one dash and nothing else.
  private static func isDelimiter(_ line: ArraySlice<UInt8>) -> Bool {
    var dashes = 0
    var bars = 0
    for byte in line {
      switch byte {
      case 0x2D: dashes += 1
      case 0x7C, 0x2B: bars += 1
      case 0x3A, 0x20, 0x09, 0x0D: break
      default: return false
      }
    }
    return dashes >= 3 && bars >= 1
  }

  private static func cells(of bytes: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    while start < line.upperBound, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    if start < line.upperBound, bytes[start] == 0x7C { start += 1 }
    var index = start
    while index < line.upperBound {
      if bytes[index] == 0x5C {
        index += 1
      } else if bytes[index] == 0x7C {
        cells.append(start..<index)
        start = index + 1
      }
      index += 1
    }
    if bytes[min(start, line.upperBound)..<line.upperBound].contains(where: { $0 > 0x20 }) {
      cells.append(start..<line.upperBound)
    }
    return cells
  }

  /// `: caption` or `Table: caption` right after or before the table, a blank line between at most.
  private static func caption(after: Int, before: Int, _ lines: [Range<Int>], _ bytes: [UInt8]) -> Range<Int>? {
    for candidate in [after, after + 1, before - 1, before - 2] where candidate >= 0 && candidate < lines.count {
      let line = bytes[lines[candidate]]
      guard
        line.starts(with: Array(": ".utf8)) || line.starts(with: Array("Table:".utf8))
          || line.starts(with: Array("Table ".utf8)) && line.contains(0x3A)
      else { continue }
      var last = candidate
      while last + 1 < lines.count, bytes[lines[last + 1]].contains(where: { $0 > 0x20 }),
        last + 1 < before || candidate >= after
      { last += 1 }
      return lines[candidate].lowerBound..<lines[last].upperBound
    }
    return nil
  }

  private static func trimmedCaption(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    guard let colon = bytes[range].prefix(12).firstIndex(of: 0x3A) else { return range }
    return (colon + 1)..<range.upperBound
  }
}
