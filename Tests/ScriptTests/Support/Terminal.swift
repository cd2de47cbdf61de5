import Foundation

/// A pseudo-terminal, and what a program on it has written.
final class Terminal {
    let path: String
    private let master: Int32
    private(set) var screen: [UInt8] = []
    private var isClosed = false

    init() throws {
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var lock: Int32 = 0
        var number: Int32 = 0
        var size = winsize(ws_row: 50, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
        guard master >= 0, ioctl(master, Self.setLock, &lock) == 0,
            ioctl(master, Self.getNumber, &number) == 0,
            ioctl(master, UInt(TIOCSWINSZ), &size) == 0
        else { throw Trouble("there is no terminal to be had") }
        path = "/dev/pts/\(number)"
    }

    /// Linux's `TIOCSPTLCK` and `TIOCGPTN`, which are no plain constants in C.
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430

    deinit { close(master) }

    /// All that was written, without the carriage returns that a terminal adds.
    var text: String {
        String(decoding: screen, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
    }

    func type(_ line: String) {
        let bytes = Array("\(line)\n".utf8)
        _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
    }

    /// Takes in what has been written by now, waiting a moment for it.
    func read() {
        var slot = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard !isClosed, poll(&slot, 1, 5) > 0 else { return }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = Foundation.read(master, &buffer, buffer.count)
        if count > 0 { screen += buffer[..<count] } else { isClosed = true }
    }
}
