import Manuscripts

extension DetailSearch {
  /// A chip or machine by its name, or a number of processors, with its count and memory; the name of a vendor alone is
  /// none.
  func hardware() -> DetailFinding? {
    let found = hit(of: .hardware, .wide, among: ground.machines, where: isHardware)
    return found.map { present(MachineSearch(reading: reading).machine($0.hit, $0.sentence), $0.sentence) }
  }
}
