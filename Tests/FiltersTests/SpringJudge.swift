import Foundation
import JSON

/// Spring's evaluator, asked in a process of its own.
enum SpringJudge {
    /// Why the differential test did not run.
    static let missing =
        "no judge: apt-get install openjdk-17-jdk-headless libspring-expression-java"

    /// In CI it must be there.
    static var mustRun: Bool {
        isThere || ProcessInfo.processInfo.environment["CI"] != nil
    }

    private static let libraries = [
        "/usr/share/java/spring3-expression.jar", "/usr/share/java/spring3-core.jar",
        "/usr/share/java/commons-logging.jar",
    ]
    private static let java = ["/usr/bin/java", "/usr/local/bin/java"]

    private static var isThere: Bool {
        let files = FileManager.default
        // Running a source file takes the compiler.
        return program != nil && libraries.allSatisfy(files.fileExists)
            && ["/usr/bin/javac", "/usr/local/bin/javac"].contains(where: files.fileExists)
    }

    private static var program: String? {
        java.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// The verdicts on a corpus: one list an expression, nil where it is none to Spring.
    static func verdicts(on corpus: Corpus) throws -> [[String]?] {
        guard let program else { throw Failure(description: missing) }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "tenterhook-judge-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let input = folder.appendingPathComponent("input")
        let output = folder.appendingPathComponent("output")
        let errors = folder.appendingPathComponent("errors")
        try Data(corpus.lines.utf8).write(to: input)
        for file in [output, errors] { try Data().write(to: file) }

        let source = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("Judge/Judge.java")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = [
            "-Xmx512m", "-XX:+UseSerialGC",
            // The lists of an expression are of a class that reflection may not open since Java 16.
            "--add-opens", "java.base/java.util=ALL-UNNAMED",
            "-cp", libraries.joined(separator: ":"), source.path,
        ]
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(
                description: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
        }
        let answers = String(decoding: try Data(contentsOf: output), as: UTF8.self)
            .split(separator: "\n")
        guard answers.count == corpus.questions.count else {
            throw Failure(
                description: "\(answers.count) answers to \(corpus.questions.count) questions")
        }
        return answers.map { answer in
            answer == "P" ? nil : answer.split(separator: "\t").map(String.init)
        }
    }
}

/// Expressions and the events that are put to them.
struct Corpus {
    struct Question {
        var expression: String
        /// Which events, by their places.
        var events: [Int]
    }

    var events: [JSONValue]
    var questions: [Question]

    var pairCount: Int { questions.reduce(0) { $0 + $1.events.count } }

    /// What the judge reads: ASCII only.
    var lines: String {
        var lines = events.map { "E " + Self.ascii($0) }
        lines += questions.map { question in
            "X \(question.events.map(String.init).joined(separator: ",")) "
                + Self.ascii(.string(question.expression))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func ascii(_ value: JSONValue) -> String {
        var result = ""
        for unit in value.text().utf16 {
            if unit < 0x80 {
                result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
            } else {
                let digits = String(unit, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
        return result
    }
}
