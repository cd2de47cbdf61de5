package import JSON

/// The formats of a document that is printed as text or JSON. A document with others has its own.
package enum OutputFormat: String, CaseIterable, Sendable { case text, json }

/// A sentence from anywhere, safe to print, broken between words at the style's width.
package func renderSentence(_ sentence: String, style: TextStyle) -> String {
    style.text(TextBlock.prose(sentence))
}

/// A text from anywhere on one line, safe to print, without a line end.
package func renderLine(_ text: String, style: TextStyle) -> String {
    style.line("\(text)")
}

/// A JSON document as it is printed or saved, with a line end.
package func renderDocument(_ json: JSONValue) -> String { json.text(.pretty) + "\n" }
