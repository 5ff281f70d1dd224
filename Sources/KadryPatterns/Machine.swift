import KadryLexicon
import KadryText

/// Runs a rule's program over a chart by backtracking, with a memory that bounds the work.
///
/// Explores alternatives in the order of preference and keeps the longest match; of equally long ones the
/// first. At most (instructions × tokens) steps beyond the first few, because no state is entered twice.
struct Machine: Sendable {
  private struct Thread {
    var pc: Int32
    var position: Int32
    var captures: Int32
  }
  /// An event of a capture, linked to the one before it.
  private struct Event {
    var slot: Int32
    var start: Int32
    var end: Int32
    var annotation: Int32
    var previous: Int32

    /// The end of a capture that is still open.
    static let isOpen: Int32 = -1
  }

  private var stack = Pile<Thread>()
  private var events = Pile<Event>()
  private var visited = StateSet()
  /// From how many steps on states are remembered; most matches need fewer.
  private static let memoryThreshold = 200

  /// The longest match of the program at `pc` from token `start` on, within `limit`.
  ///
  /// Appends what the captures took to `captures`, in text order, and returns the match's end.
  mutating func run(
    _ code: Span<Instruction>, _ items: Span<ItemTest>, _ branches: Span<Branch>, _ chart: borrowing Chart,
    pc: Int, start: Int,
    limit: Int,
    captures: inout Pile<Match.Capture>
  ) -> Int? {
    events.cut(to: 0)
    guard let (end, head) = explore(code, items, branches, chart, pc: pc, start: start, limit: limit) else {
      return nil
    }
    let first = captures.count
    var at = head
    while at >= 0 {
      let event = events[Int(at)]
      if event.end >= 0, event.slot >= 0 {
        captures.push(
          Match.Capture(
            slot: Int(event.slot), tokens: Int(event.start)..<Int(event.end),
            annotation: Int(event.annotation)))
      }
      at = event.previous
    }
    captures.reverse(from: first)
    return end
  }

  private mutating func explore(
    _ code: Span<Instruction>, _ items: Span<ItemTest>, _ branches: Span<Branch>, _ chart: borrowing Chart,
    pc: Int, start: Int,
    limit: Int
  ) -> (end: Int, head: Int32)? {
    var best: (end: Int, head: Int32)?
    var steps = 0
    visited.removeAll()
    stack.cut(to: 0)
    stack.push(Thread(pc: Int32(pc), position: Int32(start), captures: -1))
    threads: while let thread = stack.pop() {
      var pc = Int(thread.pc)
      var position = Int(thread.position)
      var head = thread.captures
      running: while true {
        steps += 1
        if steps > Machine.memoryThreshold, !visited.insert(pc, position) { break running }
        let instruction = code[pc]
        switch instruction.operation {
        case .accept:
          if position > (best?.end ?? start - 1) { best = (position, head) }
          // Nothing can be longer than all there is.
          if position == limit { break threads }
          break running
        case .jump:
          pc = Int(instruction.first)
        case .split:
          let branch = branches[Int(instruction.operand)]
          let here = position < limit ? chart.masks[position] : 0
          if branch.first.allows(here) {
            if branch.second.allows(here) {
              stack.push(Thread(pc: instruction.second, position: Int32(position), captures: head))
            }
            pc = Int(instruction.first)
          } else {
            guard branch.second.allows(here) else { break running }
            pc = Int(instruction.second)
          }
        case .open:
          events.push(
            Event(
              slot: instruction.first, start: Int32(position), end: Event.isOpen, annotation: -1,
              previous: head))
          head = Int32(events.count - 1)
          pc += 1
        case .close:
          head = close(instruction.first, position, head)
          pc += 1
        case .look:
          guard
            accepts(code, items, branches, chart, pc: Int(instruction.first), start: position, limit: limit)
              != instruction.isNegative
          else { break running }
          pc = Int(instruction.second)
        case .lookItems:
          guard Machine.stands(items, instruction, chart, position, limit) != instruction.isNegative else {
            break running
          }
          pc += 1
        case .take:
          guard position < limit else { break running }
          let item = items[Int(instruction.first)]
          if item.isShape {
            guard Machine.isShape(item, chart, position) else { break running }
            if instruction.operand >= 0 { note(instruction.operand, position, position + 1, -1, &head) }
            position += 1
          } else {
            let mark = stack.count
            let first = take(item, chart, pc, position, limit, head, instruction.operand)
            guard first >= 0 else { break running }
            // Annotations come longest first; the others wait.
            if stack.count - mark > 1 { stack.reverse(from: mark) }
            let end = Int(chart.annotations[first].end)
            if instruction.operand != Instruction.unnoted {
              note(instruction.operand, position, end, first, &head)
            }
            position = end
          }
          pc += 1
        }
      }
    }
    return best
  }

  /// Whether the program from `pc` on matches at `start` at all, for look-aheads; captures do not count.
  private mutating func accepts(
    _ code: Span<Instruction>, _ items: Span<ItemTest>, _ branches: Span<Branch>, _ chart: borrowing Chart,
    pc: Int, start: Int,
    limit: Int
  ) -> Bool {
    let base = stack.count
    defer { stack.cut(to: base) }
    var seen = StateSet()
    var steps = 0
    stack.push(Thread(pc: Int32(pc), position: Int32(start), captures: -1))
    while stack.count > base, let thread = stack.pop() {
      var pc = Int(thread.pc)
      var position = Int(thread.position)
      running: while true {
        steps += 1
        if steps > Machine.memoryThreshold, !seen.insert(pc, position) { break running }
        let instruction = code[pc]
        switch instruction.operation {
        case .accept: return true
        case .jump: pc = Int(instruction.first)
        case .split:
          let branch = branches[Int(instruction.operand)]
          let here = position < limit ? chart.masks[position] : 0
          if branch.first.allows(here) {
            if branch.second.allows(here) {
              stack.push(Thread(pc: instruction.second, position: Int32(position), captures: -1))
            }
            pc = Int(instruction.first)
          } else {
            guard branch.second.allows(here) else { break running }
            pc = Int(instruction.second)
          }
        case .open, .close: pc += 1
        case .look:
          guard
            accepts(code, items, branches, chart, pc: Int(instruction.first), start: position, limit: limit)
              != instruction.isNegative
          else { break running }
          pc = Int(instruction.second)
        case .lookItems:
          guard Machine.stands(items, instruction, chart, position, limit) != instruction.isNegative else {
            break running
          }
          pc += 1
        case .take:
          guard position < limit else { break running }
          let item = items[Int(instruction.first)]
          if item.isShape {
            guard Machine.isShape(item, chart, position) else { break running }
            position += 1
          } else {
            let first = take(item, chart, pc, position, limit, -1, Instruction.unnoted)
            guard first >= 0 else { break running }
            position = Int(chart.annotations[first].end)
          }
          pc += 1
        }
      }
    }
    return false
  }

  /// Closes the innermost open event of a slot.
  private mutating func close(_ slot: Int32, _ position: Int, _ head: Int32) -> Int32 {
    var at = head
    while at >= 0 {
      let event = events[Int(at)]
      if event.slot == slot && event.end == Event.isOpen {
        // An annotation inside is the capture's own when it covers the whole of it.
        var annotation: Int32 = -1
        var inner = head
        while inner >= 0, inner != at {
          let e = events[Int(inner)]
          if e.slot == Instruction.noted, e.start == event.start, Int(e.end) == position {
            annotation = e.annotation
          }
          inner = e.previous
        }
        events.push(
          Event(
            slot: event.slot, start: event.start, end: Int32(position), annotation: annotation, previous: head
          ))
        return Int32(events.count - 1)
      }
      at = event.previous
    }
    return head
  }

  /// The first annotation that an item accepts, or -1; pushes a thread for each other one.
  private mutating func take(
    _ item: ItemTest, _ chart: borrowing Chart, _ pc: Int, _ position: Int, _ limit: Int, _ head: Int32,
    _ operand: Int32
  ) -> Int {
    guard chart.masks[position] & item.mask != 0 else { return -1 }
    var first = -1
    var at = chart.head(position)
    while at >= 0 {
      let annotation = chart.annotations[Int(at)]
      if annotation.type == item.bit, Int(annotation.end) <= limit, item.fits(annotation.grammemes) {
        if first < 0 {
          first = Int(at)
        } else {
          var head = head
          if operand != Instruction.unnoted { note(operand, position, Int(annotation.end), Int(at), &head) }
          stack.push(Thread(pc: Int32(pc + 1), position: annotation.end, captures: head))
        }
      }
      at = annotation.next
    }
    return first
  }

  /// Notes that a slot took a range of tokens, of which an annotation may be all.
  private mutating func note(_ slot: Int32, _ start: Int, _ end: Int, _ annotation: Int, _ head: inout Int32)
  {
    events.push(
      Event(slot: slot, start: Int32(start), end: Int32(end), annotation: Int32(annotation), previous: head))
    head = Int32(events.count - 1)
  }

  /// Whether a token has the shape or is the literal that an item asks for.
  @inline(__always)
  private static func isShape(_ item: ItemTest, _ chart: borrowing Chart, _ position: Int) -> Bool {
    if item.key != 0 {
      guard chart.masks[position] & TypeRegistry.literal != 0 else { return false }
      let token = chart.tokens[position]
      return token.key == item.key
        || (token.stem == item.bareKey && chart.masks[position] & Shape.bare.mask != 0)
    }
    return chart.masks[position] & item.mask != 0 && item.fits(chart.guesses[position])
  }

  /// Whether one of the items of a look-ahead stands at a token.
  @inline(__always)
  private static func stands(
    _ items: Span<ItemTest>, _ instruction: Instruction, _ chart: borrowing Chart, _ position: Int,
    _ limit: Int
  ) -> Bool {
    guard position < limit else { return false }
    for index in Int(instruction.first)..<Int(instruction.second) {
      let item = items[index]
      if item.isShape {
        if isShape(item, chart, position) { return true }
      } else if chart.masks[position] & item.mask != 0 {
        var at = chart.head(position)
        while at >= 0 {
          let annotation = chart.annotations[Int(at)]
          if annotation.type == item.bit, Int(annotation.end) <= limit, item.fits(annotation.grammemes) {
            return true
          }
          at = annotation.next
        }
      }
    }
    return false
  }
}
