/// What a part means, by the numbers of what its own parts mean; -1 stands for what is asked where
/// nothing is named. Two parts of one meaning come to the same for every event, wherever both stand.
enum Meaning: Hashable {
    /// A text by its bytes: two texts that look alike are not the same to an event.
    case text([UInt8])
    /// Any other literal.
    case literal(Literal)
    case this
    case root
    case property(of: Int, name: String, nullSafe: Bool)
    case method(of: Int, name: String, arguments: [Int], nullSafe: Bool)
    case function(name: String, arguments: [Int])
    case index(of: Int, at: Int)
    case select(of: Int, Selection, where: Int, nullSafe: Bool)
    case project(of: Int, Int, nullSafe: Bool)
    case list([Int])
    /// A value taken for true or false.
    case truth(Int)
    case not(Int)
    case sign(minus: Bool, Int)
    case all([OperandGroup])
    case any([OperandGroup])
    case compare(Comparison, Int, Int)
    case matches(Int, Int)
    case between(Int, Int)
    case arithmetic(Arithmetic, Int, Int)
    case conditional(Int, Int, Int)
    case elvis(Int, Int)

    var isLiteral: Bool {
        switch self {
        case .text, .literal: true
        default: false
        }
    }
}

/// Operands of `&&` or `||` whose order does not matter.
///
/// One of them is evaluated first, whichever it is, and fails unless the event has what is needed.
/// With that, none of them fails.
struct OperandGroup: Hashable {
    var needs: Set<Int>
    var members: Set<Int>
}

/// What must be so for a part not to fail; its meaning by its number.
enum Need: Hashable {
    case object(Int)
    case nullOrObject(Int)
    case list(Int)
    case nullOrList(Int)
    case text(Int)
    /// A value that has a method.
    case method(of: Int, String)
    case boolean(Int)
    /// A value that can be taken for true or false.
    case truth(Int)
    /// Something that is needed of every element of a list.
    case each(of: Int, Int)
    /// That the part does not fail, of which no more is known.
    case success(Int)
}

/// What a part comes to where it does not fail.
enum Outcome: Hashable {
    case boolean, number, list, unknown
}
