/// The place behind the object or list that begins here; nil where the bytes end before.
///
/// Only texts, braces and brackets are looked at, a block of bytes at a time, and what opens is not
/// compared with what closes: this is for what nobody asks for. A backslash hides the byte behind it.
func containerEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return nil }
    var search = BracketSearch()
    var position = start
    while position + ByteBlock.size <= bytes.count {
        if let found = search.end(in: ByteBlock(base + position), base + position) {
            return position + found
        }
        position += ByteBlock.size
    }
    // The rest, made up to a block with what means nothing.
    return withUnsafeTemporaryAllocation(byteCount: ByteBlock.size, alignment: 16) { block in
        guard let rest = block.baseAddress, position < bytes.count else { return nil }
        block.initializeMemory(as: UInt8.self, repeating: 0x20)
        rest.copyMemory(from: base + position, byteCount: bytes.count - position)
        return search.end(in: ByteBlock(rest), rest).map { position + $0 }
    }
}

/// How deep it is at the end of a block, and what reaches into the next one.
private struct BracketSearch {
    private var depth = 0
    /// All ones within a text.
    private var text: UInt64 = 0
    /// 1 behind a backslash that hides what comes next.
    private var hides: UInt64 = 0

    /// The place behind the closing byte, within the block.
    @inline(__always)
    mutating func end(in block: ByteBlock, _ bytes: UnsafeRawPointer) -> Int? {
        let shown = ~hidden(by: block.backslashes)
        let texts = parity(block.quotes & shown) ^ text
        // Repeats the last bit.
        text = UInt64(bitPattern: Int64(bitPattern: texts) >> 63)
        var brackets = block.brackets & shown & ~texts
        while brackets != 0 {
            let place = brackets.trailingZeroBitCount
            // `{` and `[` have this bit, `}` and `]` do not.
            let opens = bytes.load(fromByteOffset: place, as: UInt8.self) & 2 != 0
            depth += opens ? 1 : -1
            if depth == 0 { return place + 1 }
            brackets &= brackets &- 1
        }
        return nil
    }

    /// The bytes behind a backslash that is not itself behind one.
    @inline(__always)
    private mutating func hidden(by backslashes: UInt64) -> UInt64 {
        guard backslashes | hides != 0 else { return 0 }
        var result = hides
        var left = backslashes & ~hides
        hides = 0
        while left != 0 {
            let bit = left & (0 &- left)
            if bit == 1 << 63 { hides = 1 }
            result |= bit << 1
            left &= ~(bit | bit << 1)
        }
        return result
    }

    /// Each bit: whether an odd number of bits is set up to here.
    @inline(__always)
    private func parity(_ bits: UInt64) -> UInt64 {
        var bits = bits
        bits ^= bits << 1
        bits ^= bits << 2
        bits ^= bits << 4
        bits ^= bits << 8
        bits ^= bits << 16
        bits ^= bits << 32
        return bits
    }
}
