import Foundation
import ModelCatalogue

// Writes the generated files of the repository; with `--check` it only compares and exits with 1 when one is stale.
exit(Generator.run(Array(CommandLine.arguments.dropFirst())))
