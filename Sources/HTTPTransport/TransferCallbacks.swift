import CLibCurl
import CurlShim

// What libcurl calls while a transfer moves, on the driver's thread.

/// Takes a piece of the body. Any other count than the piece's own stops the transfer.
let takeBody: curl_write_callback = { bytes, size, count, context in
    guard let bytes, let transfer = Transfer.of(context: context) else { return 0 }
    let piece = UnsafeRawBufferPointer(start: bytes, count: size * count)
    let limit = transfer.request.maxBodyBytes
    guard piece.count <= limit - transfer.body.count else {
        transfer.stop = .tooLarge(limit: limit)
        return 0
    }
    transfer.body.append(contentsOf: piece)
    return piece.count
}

/// Takes one header line.
let takeHeader: curl_write_callback = { bytes, size, count, context in
    guard let bytes, let transfer = Transfer.of(context: context) else { return 0 }
    let length = size * count
    let isWithinBound = bytes.withMemoryRebound(to: UInt8.self, capacity: length) {
        transfer.head.take(UnsafeBufferPointer(start: $0, count: length))
    }
    guard isWithinBound else {
        transfer.stop = .tooLarge(limit: ResponseHead.maxBytes)
        return 0
    }
    return length
}

/// Is told of each socket opened for the transfer.
let noteSocket: curl_sockopt_callback = { context, _, _ in
    Transfer.of(context: context)?.hasSocket = true
    return CURL_SOCKOPT_OK
}

/// Is asked each time a connection is ready and the request is about to leave.
///
/// When a kept connection dies before a byte of the answer came, libcurl sends the request again
/// on another one, whatever its method and even if the server had it whole: up to five times. For a
/// request that changes something that could do it twice, so unless it is safe, or nothing of it has
/// left, the second attempt is refused here.
let mayLeave: curl_prereq_callback = { context, _, _, _, _ in
    guard let transfer = Transfer.of(context: context), let easy = transfer.easy else {
        return CURL_PREREQFUNC_ABORT
    }
    transfer.attempts += 1
    guard transfer.attempts > 1, !transfer.request.isSafe else { return CURL_PREREQFUNC_OK }
    var sent = 0
    guard curlshim_get_long(easy, CURLINFO_REQUEST_SIZE, &sent) == CURLE_OK, sent == 0 else {
        transfer.stop = .interrupted(
            detail: "\(transfer.origin): the connection closed before an answer came")
        return CURL_PREREQFUNC_ABORT
    }
    return CURL_PREREQFUNC_OK
}
