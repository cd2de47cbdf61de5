/// A field that a filter looks at.
package struct FieldReport: Hashable, Sendable {
    /// `event.target[].type`.
    package let path: String
    /// What it holds: `text`, `number`, `boolean`, `list`, `object`, or `unknown`.
    package let kind: String
    /// Whether Okta documents it for filters.
    package let isDocumented: Bool

    /// The fields that an expression looks at, sorted by path.
    package static func fields(of expression: FilterExpression) -> [FieldReport] {
        let paths = CompiledFilter(expression).paths.descriptions.compactMap { path in
            let plain = path.hasSuffix(".*") ? String(path.dropLast(2)) : path
            return plain.hasPrefix("event.") ? String(plain.dropFirst(6)) : nil
        }
        return Set(paths).sorted().compactMap { path in
            // Under its other name it is in the list already.
            if path.hasPrefix("debugContext."),
                paths.contains(String(path.dropFirst("debugContext.".count)))
            {
                return nil
            }
            let field = EventSchema.fields[path]
            let kind =
                switch field?.kind {
                case .text?: "text"
                case .number?: "number"
                case .boolean?: "boolean"
                case .list?: "list"
                case .object?, .unlisted?: "object"
                default: "unknown"
                }
            return FieldReport(
                path: "event." + path, kind: kind, isDocumented: field?.isDocumented ?? false)
        }
    }
}
