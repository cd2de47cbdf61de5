import Foundation

/// Takes out of a text what differs from run to run: ids, times, counts of the rate limit.
func normalised(_ text: String, urls: [String: String]) -> String {
    var result = text
    for (name, url) in urls.sorted(by: { $0.key < $1.key }) {
        result = result.replacingOccurrences(of: url, with: "$\(name)")
    }
    let rules: [(pattern: String, replacement: String)] = [
        (#"\b(who|cal|HKY)[0-9A-Za-z]{17}\b"#, "$1ID"),
        (#"\(\d+(\.\d+)? ?(s|ms)\)"#, "(0.0s)"),
        (#"\b\d+ of \d+ left this minute"#, "N of M left this minute"),
        (#"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z"#, "TIME"),
        (#"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b"#, "UUID"),
        (#"\boae[-_0-9A-Za-z]{22}"#, "oaeID"),
        (#"(request|support:) [-_0-9A-Za-z]{27}"#, "$1 ID"),
        (#"\bprocess \d+"#, "process PID"),
        (#"tester@[^\s,]+"#, "tester@HOST"),
    ]
    for rule in rules {
        result = result.replacingOccurrences(
            of: rule.pattern, with: rule.replacement, options: .regularExpression)
    }
    return result
}
