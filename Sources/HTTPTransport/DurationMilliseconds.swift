extension Duration {
    /// In milliseconds, rounded up, so that a short wait never becomes none at all.
    ///
    /// For spans of up to some million years.
    var wholeMilliseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    }
}
