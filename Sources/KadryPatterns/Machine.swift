import KadryLexicon
import KadryText

/// Runs a rule's program over a chart by backtracking, with a memory that bounds the work.
///
/// Explores alternatives in the order of preference and keeps the longest match; of equally long ones the
/// first. At most (instructions × tokens) steps, because no state is entered twice.
struct Machine {
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
  }

  private var stack: [Thread] = []
  private var events: [Event] = []
  private var visited: Set<UInt64> = []
  /// From how many steps on states are remembered; most matches need fewer.
  private static let memoryThreshold = 200

  /// The longest match of `program` at token `start`, within `limit`.
  mutating func run(_ program: Program, _ chart: Chart, start: Int, limit: Int) -> (end: Int, captures: [Match.Capture])? {
    stack.removeAll(keepingCapacity: true)
    events.removeAll(keepingCapacity: true)
    visited.removeAll(keepingCapacity: true)
    guard let (end, head) = explore(program, chart, pc: 0, start: start, limit: limit) else { return nil }
    var captures: [Match.Capture] = []
    var at = head
    while at >= 0 {
      let event = events[Int(at)]
      if event.end >= 0, event.slot >= 0 {
        captures.append(
          Match.Capture(
            slot: Int(event.slot), tokens: Int(event.start)..<Int(event.end), annotation: Int(event.annotation)))
      }
      at = event.previous
    }
    return (end, captures.reversed())
  }

  /// Whether the program from `pc` on matches at `start`, for look-aheads.
  private func matches(_ program: Program, _ chart: Chart, pc: Int, start: Int, limit: Int) -> Bool {
    var machine = Machine()
    return machine.explore(program, chart, pc: pc, start: start, limit: limit) != nil
  }

  private mutating func explore(
    _ program: Program, _ chart: Chart, pc: Int, start: Int, limit: Int
  ) -> (end: Int, head: Int32)? {
    var best: (end: Int, head: Int32)?
    var steps = 0
    stack.append(Thread(pc: Int32(pc), position: Int32(start), captures: -1))
    while let thread = stack.popLast() {
      var pc = Int(thread.pc)
      let position = Int(thread.position)
      var head = thread.captures
      running: while true {
        steps += 1
        if steps > Machine.memoryThreshold {
          guard visited.insert(UInt64(pc) << 32 | UInt64(position)).inserted else { break running }
        }
        switch program.instructions[pc] {
        case .accept:
          if position > (best?.end ?? start - 1) { best = (position, head) }
          break running
        case .jump(let target):
          pc = target
        case .split(let first, let second):
          stack.append(Thread(pc: Int32(second), position: Int32(position), captures: head))
          pc = first
        case .open(let slot):
          events.append(Event(slot: Int32(slot), start: Int32(position), end: -1, annotation: -1, previous: head))
          head = Int32(events.count - 1)
          pc += 1
        case .close(let slot):
          head = close(slot, position, head, chart)
          pc += 1
        case .look(let target, let next, let isNegative):
          guard matches(program, chart, pc: target, start: position, limit: limit) != isNegative else {
            break running
          }
          pc = next
        case .take(let index):
          guard position < limit else { break running }
          take(program.items[index], chart, pc + 1, position, limit, head)
          break running
        }
      }
    }
    return best
  }

  /// Closes the innermost open event of a slot.
  private mutating func close(_ slot: Int, _ position: Int, _ head: Int32, _ chart: Chart) -> Int32 {
    var at = head
    while at >= 0 {
      let event = events[Int(at)]
      if event.slot == Int32(slot) && event.end == -1 {
        // An annotation inside is the capture's own when it covers the whole of it.
        var annotation: Int32 = -1
        var inner = head
        while inner >= 0, inner != at {
          let e = events[Int(inner)]
          if e.slot == -2, e.start == event.start, Int(e.end) == position { annotation = e.annotation }
          inner = e.previous
        }
        events.append(
          Event(slot: event.slot, start: event.start, end: Int32(position), annotation: annotation, previous: head))
        return Int32(events.count - 1)
      }
      at = event.previous
    }
    return head
  }

  private mutating func take(
    _ item: ItemTest, _ chart: Chart, _ next: Int, _ position: Int, _ limit: Int, _ head: Int32
  ) {
    if item.key != 0 {
      let token = chart.tokens[position]
      if token.key == item.key || (token.stem == item.bareKey && chart.masks[position] & Shape.bare.mask != 0) {
        stack.append(Thread(pc: Int32(next), position: Int32(position + 1), captures: head))
      }
      return
    }
    guard chart.masks[position] & (1 << UInt128(item.bit)) != 0 else { return }
    if item.isShape {
      if Machine.fits(chart.guesses[position], item) {
        stack.append(Thread(pc: Int32(next), position: Int32(position + 1), captures: head))
      }
      return
    }
    // Longest annotation last, so that it is tried first.
    let mark = stack.count
    var at = chart.head(position)
    while at >= 0 {
      let annotation = chart.annotations[Int(at)]
      if Int(annotation.type) == item.bit, Int(annotation.end) <= limit, Machine.fits(annotation.grammemes, item) {
        events.append(Event(slot: -2, start: annotation.start, end: annotation.end, annotation: at, previous: head))
        stack.insert(
          Thread(pc: Int32(next), position: annotation.end, captures: Int32(events.count - 1)), at: mark)
      }
      at = annotation.next
    }
  }

  static func fits(_ grammemes: Grammemes, _ item: ItemTest) -> Bool {
    guard !item.features.isEmpty || !item.excluded.isEmpty else { return true }
    if grammemes.contains(.invariable) { return true }
    // Case and number are asked together: one reading must satisfy all of them.
    var cells = grammemes.intersection(.cases)
    for wanted in item.features {
      if wanted.isDisjoint(with: .cases) {
        guard !grammemes.isDisjoint(with: wanted) else { return false }
      } else {
        cells = cells.intersection(wanted)
        guard !cells.isEmpty else { return false }
      }
    }
    if !item.excluded.isEmpty, !cells.isEmpty, item.excluded.isSuperset(of: cells) { return false }
    return true
  }
}
