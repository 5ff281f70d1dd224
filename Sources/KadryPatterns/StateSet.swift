/// The states that a machine has been in: pairs of instruction and token, in an open-addressed table.
struct StateSet: Sendable {
  private struct Slot {
    var state: UInt64
    /// The run of the machine that the slot was filled in; of an earlier one it is free.
    var run: UInt32
  }
  /// A power of two of them.
  private var slots: [Slot] = []
  private var count = 0
  private var run: UInt32 = 0
  private static let smallest = 256

  init() {}

  /// Adds a state; `false` when it was there already.
  mutating func insert(_ instruction: Int, _ position: Int) -> Bool {
    if count &* 2 >= slots.count { grow() }
    let state = UInt64(instruction) << 32 | UInt64(position)
    var slot = StateSet.slot(state, slots.count)
    while slots[slot].run == run {
      if slots[slot].state == state { return false }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Slot(state: state, run: run)
    count += 1
    return true
  }

  /// Forgets all states; storage is kept.
  mutating func removeAll() {
    guard count > 0 else { return }
    count = 0
    if run == UInt32.max { slots = [] }
    run &+= 1
  }

  private static func slot(_ state: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: (state &* 0x9E37_79B9_7F4A_7C15) >> 32) & (size - 1)
  }

  private mutating func grow() {
    let old = slots
    let free = Slot(state: 0, run: run &- 1)
    slots = [Slot](repeating: free, count: max(old.count * 2, StateSet.smallest))
    for filled in old where filled.run == run {
      var slot = StateSet.slot(filled.state, slots.count)
      while slots[slot].run == run { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = filled
    }
  }
}
