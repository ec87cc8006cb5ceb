/// Placeholder for the catalogue: replaced by the embedded tables.
package struct ModelCatalogue: Sendable {}
