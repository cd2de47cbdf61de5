/// Hosts that are this machine by their very spelling. No name is looked up, and only the strict
/// spellings count: `127.1` is none.
enum LoopbackName {
    /// Takes a host in lower case, an IPv6 address without brackets.
    static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host == "::1" || host == "0:0:0:0:0:0:0:1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy(isOctet)
    }

    private static func isOctet(_ text: Substring) -> Bool {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), text.utf8.count <= 3,
            text == "0" || !text.hasPrefix("0"), let number = Int(text)
        else { return false }
        return number <= 255
    }
}
