/// The scope that an API request needs, by what its path is about.
///
/// Reading takes `.read`, all else `.manage`; the one is no part of the other, as nothing says that
/// Okta has it so.
func requiredScope(_ method: String, _ path: String) -> String {
    let area = path.split(separator: "/").dropFirst(2).first.map(String.init) ?? "unknown"
    // Hook keys have no scopes of their own.
    let name = area == "hook-keys" ? "inlineHooks" : area
    return "okta.\(name).\(method == "GET" ? "read" : "manage")"
}
