import JSON

/// The JSON in a text; nil where there is none, for then the org alone knows the channel.
func embedded(_ text: String) -> TerraformAttributes? {
    do throws(JSONParseError) {
        return try JSONValue(parsing: text).object.map { TerraformAttributes(nested: $0) }
    } catch {
        return nil
    }
}
