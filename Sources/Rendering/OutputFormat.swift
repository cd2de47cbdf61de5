package import JSON

/// The formats of a document that is printed as text or JSON. A document with others has its own.
package enum OutputFormat: String, CaseIterable, Sendable { case text, json }

/// A JSON document as it is printed or saved, with a line end.
package func renderDocument(_ json: JSONValue) -> String { json.text(.pretty) + "\n" }
