/// A version of a file's content for telling two apart: FNV-1a in 64 bits, and the length.
///
/// It guards against another run's write, not against an opponent, who could write the file itself.
func contentVersion(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    bytes.withUnsafeBufferPointer { all in
        for byte in all { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    }
    return "\(String(hash, radix: 16))-\(bytes.count)"
}
