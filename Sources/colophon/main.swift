import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

Output.holdStreams()
// The commands run beside the main thread, which waits for signals, those too that whoever started the program had
// held back. An `await` here would end it instead, and unwinding it sorts the frame tables of the whole executable:
// 22 ms of a start that takes 2.
Task.detached { await ColophonCommand.runAndExit() }
var none = sigset_t()
sigemptyset(&none)
while true { sigsuspend(&none) }
