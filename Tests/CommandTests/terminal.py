#!/usr/bin/env python3
"""Runs a program on a terminal of its own and writes what it shows.

usage: terminal.py [STEP…] -- PROGRAM [ARGUMENT…]
A step waits for a text to show and then acts: 'TEXT=>append FILE=WORDS', 'TEXT=>type KEYS' (^C for Ctrl-C).
Standard output gets what was shown; the exit code is the program's, 124 when a text did not show within 20 seconds.
"""
import os, pty, select, sys, time

split = sys.argv.index("--")
steps = [step.split("=>", 1) for step in sys.argv[1:split]]
child, terminal = pty.fork()
if child == 0:
    os.execv(sys.argv[split + 1], sys.argv[split + 1 :])

shown, seen, deadline, status = b"", 0, time.monotonic() + 20, None
while status is None:
    if select.select([terminal], [], [], 0.05)[0]:
        try:
            chunk = os.read(terminal, 65536)
        except OSError:
            chunk = b""
        shown += chunk
        if not chunk:
            status = os.waitpid(child, 0)[1]
            break
    while steps and (place := shown.find(steps[0][0].encode(), seen)) >= 0:
        text, action = steps.pop(0)
        seen = place + len(text.encode())
        deadline = time.monotonic() + 20
        verb, _, rest = action.partition(" ")
        if verb == "append":
            path, _, words = rest.partition("=")
            with open(path, "a") as file:
                file.write(words + "\n")
        else:
            os.write(terminal, rest.replace("^C", "\x03").encode())
    if time.monotonic() > deadline:
        os.kill(child, 9)
        os.waitpid(child, 0)
        status = 124 << 8
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(status) % 256)
