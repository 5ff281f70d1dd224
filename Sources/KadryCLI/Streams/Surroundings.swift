#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the process has from its surroundings.
enum Surroundings {
  /// A closed pipe is reported by `write`, and does not end the process.
  static func ignoreClosedPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  static var environment: [String: String] { ProcessInfo.processInfo.environment }

  /// The time, as ISO 8601 in UTC with milliseconds: two decisions of one second have an order.
  static func now() -> String { Date.ISO8601FormatStyle(includingFractionalSeconds: true).format(Date.now) }

  static var processors: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// Where the running program lies, links resolved; its name as typed when the system does not tell.
  static var executable: String {
    let typed = CommandLine.arguments.first ?? "kadry"
    #if os(Linux)
      return (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? typed
    #else
      var size: UInt32 = 4096
      let path = unsafe String(unsafeUninitializedCapacity: Int(size)) { buffer in
        let found = unsafe buffer.withMemoryRebound(to: CChar.self) { name in
          unsafe _NSGetExecutablePath(name.baseAddress, &size) == 0
        }
        return found ? unsafe buffer.firstIndex(of: 0) ?? 0 : 0
      }
      return path.isEmpty ? typed : path
    #endif
  }
}
