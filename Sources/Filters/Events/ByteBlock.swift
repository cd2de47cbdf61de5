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

    /// Whether there is a line feed anywhere.
    var hasLineFeed: Bool {
        @inline(__always) get {
            let feed = Lane(repeating: UInt8(ascii: "\n"))
            let all = halves(((a .== feed) .| (b .== feed)) .| ((c .== feed) .| (d .== feed)))
            return all.x | all.y != 0
        }
    }

    @inline(__always)
    private func mask(_ find: (Lane) -> Found) -> UInt64 {
        let gathered = gathered(find)
        return gathered == 0 ? 0 : turned(gathered)
    }

    /// What is found of the first eight bytes as the lowest bits of eight bytes, of the next eight as
    /// their second bits, and so on.
    @inline(__always)
    private func gathered(_ find: (Lane) -> Found) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let (a, b, c, d) = (halves(find(a)), halves(find(b)), halves(find(c)), halves(find(d)))
        let all =
            (a & SIMD2(ones, ones << 1)) | (b & SIMD2(ones << 2, ones << 3))
            | (c & SIMD2(ones << 4, ones << 5)) | (d & SIMD2(ones << 6, ones << 7))
        return all.x | all.y
    }

    @inline(__always)
    private func halves(_ found: Found) -> SIMD2<UInt64> {
        unsafeBitCast(found, to: SIMD2<UInt64>.self)
    }

    /// Eight rows of eight bits, their columns made rows: squares of one, two and four are turned.
    @inline(__always)
    private func turned(_ rows: UInt64) -> UInt64 {
        var bits = rows
        var swapped = (bits ^ bits >> 7) & 0x00AA_00AA_00AA_00AA
        bits ^= swapped ^ (swapped << 7)
        swapped = (bits ^ bits >> 14) & 0x0000_CCCC_0000_CCCC
        bits ^= swapped ^ (swapped << 14)
        swapped = (bits ^ bits >> 28) & 0x0000_0000_F0F0_F0F0
        bits ^= swapped ^ (swapped << 28)
        return bits
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
