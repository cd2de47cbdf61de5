import Glibc

/// Whether a host is this machine by its very spelling: `localhost`, 127.0.0.0/8 or `::1`.
///
/// No name is looked up, and only the strict spellings count: `127.1` or `localhost.` are not
/// loopback here, whatever a resolver makes of them.
package func isLoopback(host: String) -> Bool {
    if host.lowercased() == "localhost" { return true }
    var bare = host[...]
    if bare.hasPrefix("["), bare.hasSuffix("]") { bare = bare.dropFirst().dropLast() }
    let text = String(bare)
    guard !text.utf8.contains(0) else { return false }

    var v4 = in_addr()
    if bare.count == host.count, inet_pton(AF_INET, text, &v4) == 1 {
        return UInt32(bigEndian: v4.s_addr) >> 24 == 127
    }
    var v6 = in6_addr()
    guard inet_pton(AF_INET6, text, &v6) == 1 else { return false }
    let bytes = withUnsafeBytes(of: &v6) { Array($0) }
    return bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1
}
