/// The seconds that a text such as `1h30m` says: numbers with a unit each, the larger unit before the
/// smaller, each once; nil for anything else, and for more than ten years.
///
/// - Parameter units: the larger before the smaller.
package func secondsOfUnits(
    _ text: String, _ units: [(name: Character, seconds: Int)]
) -> Int? {
    let most = 315_360_000
    var total = 0
    var rest = text[...]
    var units = units[...]
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest[digits.endIndex...]
        guard let count = Int(digits), count <= most, let name = rest.popFirst(),
            let place = units.firstIndex(where: { $0.name == name })
        else { return nil }
        total += count * units[place].seconds
        units = units[(place + 1)...]
    }
    return total <= most ? total : nil
}
