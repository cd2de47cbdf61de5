/// Sixty-four bytes that are looked at together; what is found is a bit for each, the first the
/// lowest.
struct ByteBlock {
    typealias Lane = SIMD16<UInt8>
    typealias Found = SIMDMask<SIMD16<Int8>>

    static let size = 64

    private let a, b, c, d: Lane

    @inline(__always)
    init(_ bytes: UnsafeRawPointer) {
        a = bytes.loadUnaligned(as: Lane.self)
        b = bytes.loadUnaligned(fromByteOffset: 16, as: Lane.self)
        c = bytes.loadUnaligned(fromByteOffset: 32, as: Lane.self)
        d = bytes.loadUnaligned(fromByteOffset: 48, as: Lane.self)
    }

    var quotes: UInt64 {
        @inline(__always) get { mask { $0 .== Lane(repeating: UInt8(ascii: "\"")) } }
    }

    var backslashes: UInt64 {
        @inline(__always) get { mask { $0 .== Lane(repeating: UInt8(ascii: "\\")) } }
    }

    /// Braces and brackets, which are 0x20 apart.
    var brackets: UInt64 {
        @inline(__always) get {
            mask {
                let braces = $0 | Lane(repeating: 0x20)
                return (braces .== Lane(repeating: UInt8(ascii: "{")))
                    .| (braces .== Lane(repeating: UInt8(ascii: "}")))
            }
        }
    }

    @inline(__always)
    private func mask(_ find: (Lane) -> Found) -> UInt64 {
        let (a, b, c, d) = (halves(find(a)), halves(find(b)), halves(find(c)), halves(find(d)))
        let any = a | b | c | d
        guard any.x | any.y != 0 else { return 0 }
        return bits(a) | bits(b) << 16 | bits(c) << 32 | bits(d) << 48
    }

    @inline(__always)
    private func halves(_ found: Found) -> SIMD2<UInt64> {
        unsafeBitCast(found, to: SIMD2<UInt64>.self)
    }

    /// Sixteen bytes of all ones or zeros as sixteen bits: each byte keeps a bit of its own, and the
    /// multiplication adds the eight of a half up in the highest byte.
    @inline(__always)
    private func bits(_ halves: SIMD2<UInt64>) -> UInt64 {
        let own = halves & SIMD2(repeating: 0x8040_2010_0804_0201)
        let (low, high) = (own.x &* 0x0101_0101_0101_0101, own.y &* 0x0101_0101_0101_0101)
        return low >> 56 | (high >> 56) << 8
    }
}

/// The first byte of those that are looked for, or the end; sixteen at a time as far as that goes.
///
/// - Parameters:
///   - find: says which of sixteen bytes it is.
///   - isFound: says the same of one.
@inline(__always)
func firstPlace(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int,
    find: (ByteBlock.Lane) -> ByteBlock.Found, isFound: (UInt8) -> Bool
) -> Int {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return start }
    var position = start
    while position + 16 <= bytes.count {
        let lane = base.loadUnaligned(fromByteOffset: position, as: ByteBlock.Lane.self)
        let halves = unsafeBitCast(find(lane), to: SIMD2<UInt64>.self)
        if halves.x != 0 { return position + halves.x.trailingZeroBitCount / 8 }
        if halves.y != 0 { return position + 8 + halves.y.trailingZeroBitCount / 8 }
        position += 16
    }
    while position < bytes.count, !isFound(bytes[position]) { position += 1 }
    return position
}
