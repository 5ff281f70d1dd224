import Dispatch
import Synchronization

/// Works on inputs in several threads and hands the results on in the order of the inputs.
///
/// Inputs are fetched and results consumed by the calling thread; a bounded number of inputs is under way at a
/// time. With one thread no other is started.
struct OrderedPipeline<Input: Sendable, Output: Sendable> {
  let threads: Int
  /// Makes the work of one thread.
  let makeWorker: @Sendable () -> (Input) -> Output

  /// Runs until `next` gives `nil`; an error of `consume` ends the work and is thrown on.
  func run(next: () -> Input?, consume: (Output) throws -> Void) throws {
    if threads < 2 {
      let work = makeWorker()
      while let input = next() { try consume(work(input)) }
      return
    }
    let exchange = Exchange<Input, Output>()
    let group = DispatchGroup()
    let queue = DispatchQueue(label: "kadry.readers", attributes: .concurrent)
    for _ in 0..<threads {
      queue.async(group: group) {
        let work = makeWorker()
        while let (index, input) = exchange.take() { exchange.put(index, work(input)) }
      }
    }
    defer {
      exchange.close(readers: threads)
      group.wait()
    }
    var given = 0
    var consumed = 0
    var isExhausted = false
    while true {
      while !isExhausted && given - consumed < 2 * threads + 2 {
        guard let input = next() else {
          isExhausted = true
          break
        }
        exchange.give(given, input)
        given += 1
      }
      if consumed == given { return }
      try consume(exchange.result(consumed))
      consumed += 1
    }
  }
}

/// The place where the calling thread and the workers meet.
private final class Exchange<Input: Sendable, Output: Sendable>: Sendable {
  private struct State {
    var inputs: [(index: Int, input: Input)] = []
    var outputs: [Int: Output] = [:]
    var isClosed = false
  }
  private let state = Mutex(State())
  private let inputs = DispatchSemaphore(value: 0)
  private let outputs = DispatchSemaphore(value: 0)

  func give(_ index: Int, _ input: Input) {
    state.withLock { $0.inputs.append((index, input)) }
    inputs.signal()
  }

  /// The next input, waiting for one; `nil` when there will be none.
  func take() -> (Int, Input)? {
    inputs.wait()
    return state.withLock { state in
      guard !state.isClosed, !state.inputs.isEmpty else { return nil }
      let first = state.inputs.removeFirst()
      return (first.index, first.input)
    }
  }

  func put(_ index: Int, _ output: Output) {
    state.withLock { $0.outputs[index] = output }
    outputs.signal()
  }

  /// The result of one input, waiting for it.
  func result(_ index: Int) -> Output {
    while true {
      if let output = state.withLock({ $0.outputs.removeValue(forKey: index) }) { return output }
      outputs.wait()
    }
  }

  func close(readers: Int) {
    state.withLock { $0.isClosed = true }
    for _ in 0..<readers { inputs.signal() }
  }
}
