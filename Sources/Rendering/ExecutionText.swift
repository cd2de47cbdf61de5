import Reconciling

extension ExecutionView {
    /// The result as text: the response's commands, and the problems that Okta would not act on.
    func text(_ style: TextStyle) -> String {
        let head: StyledText =
            "\(address, .heading): \(headline, isGood ? .added : .removed)"
        switch result {
        case .answered(let execution):
            return style.text([.line("\(head) \(execution.speed)")] + execution.blocks)
        case .failed(let answer):
            return style.text(
                [.line(head)] + said(answer).flatMap { TextBlock.prose($0, indent: 2) })
        }
    }
}

extension Execution {
    fileprivate var blocks: [TextBlock] {
        var blocks: [TextBlock] = []
        for command in commands {
            blocks.append(.line("\(command.type)", indent: 2))
            blocks += command.values.map { .line("\($0)", indent: 6) }
        }
        if let errorSummary { blocks.append(.line("error: \(errorSummary)", indent: 2)) }
        if !problems.isEmpty {
            blocks += [.blank, .line("What Okta would not act on:")]
            blocks += problemSentences.map { .paragraph("\($0)", indent: 2) }
        }
        return blocks + [.blank, .paragraph("\(consequence)")]
    }
}
