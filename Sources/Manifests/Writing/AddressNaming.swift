package import Kinds
package import Vocabulary

/// Addresses for objects, made of their names: short, telling and each once.
///
/// The result follows from the objects and not from their order: of several that would have the same
/// address, the first by name and id has it, and the others get a number.
///
/// - Parameter taken: addresses that are not to be given.
/// - Returns: The addresses by the objects' ids.
package func addresses(
    for objects: [LiveObject], taken: Set<Address> = []
) -> [String: Address] {
    var taken = taken
    var result: [String: Address] = [:]
    let sorted = objects.sorted {
        ($0.kind.name, $0.name, $0.id) < ($1.kind.name, $1.name, $1.id)
    }
    for object in sorted {
        let key = unusedName(like: snakeCase(object.name) ?? object.kind.name) {
            taken.contains(Address(kind: object.kind.name, key: $0))
        }
        let address = Address(kind: object.kind.name, key: key)
        taken.insert(address)
        result[object.id] = address
    }
    return result
}

/// A name, or the first of `name_2`, `name_3`, … that is not used.
func unusedName(like name: String, isUsed: (String) -> Bool) -> String {
    guard isUsed(name) else { return name }
    var number = 2
    while isUsed("\(name)_\(number)") { number += 1 }
    return "\(name)_\(number)"
}

/// A text as a key: `Leavers → Payroll (EU)` becomes `leavers_payroll_eu`, `Übersicht` `ubersicht`;
/// cut between words where it is long. nil where no letter or digit is left.
package func snakeCase(_ text: String) -> String? {
    let longest = 60
    var words: [String] = []
    var word = ""
    var lastWasLower = false
    for scalar in text.unicodeScalars {
        let letters = plainLetters(of: scalar)
        // A mark that belongs to the letter before it.
        if letters == nil, scalar.properties.isGraphemeExtend || scalar == "'" || scalar == "’" {
            continue
        }
        let isBreak = letters == nil || lastWasLower && scalar.properties.isUppercase
        if isBreak, !word.isEmpty {
            words.append(word)
            word = ""
        }
        word += letters ?? ""
        lastWasLower = letters != nil && scalar.properties.isLowercase
    }
    if !word.isEmpty { words.append(word) }
    guard let first = words.first else { return nil }
    var result = String(first.prefix(longest))
    for word in words.dropFirst() {
        guard result.utf8.count + 1 + word.utf8.count <= longest else { break }
        result += "_" + word
    }
    return result
}

/// A letter or digit as letters and digits of ASCII, in lower case; nil for any other character. A
/// letter of the Latin script loses its marks, which its name in Unicode tells.
private func plainLetters(of scalar: Unicode.Scalar) -> String? {
    if scalar.isASCII {
        let isPlain = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        return isPlain ? String(scalar).lowercased() : nil
    }
    if scalar == "ß" || scalar == "ẞ" { return "ss" }
    let words = scalar.properties.name?.split(separator: " ") ?? []
    guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER",
        words[1] == "SMALL" || words[1] == "CAPITAL", words[3].utf8.count <= 2,
        words.count == 4 || words[4] == "WITH"
    else { return nil }
    return words[3].lowercased()
}
