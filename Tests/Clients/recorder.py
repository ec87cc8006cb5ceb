#!/usr/bin/env python3
"""Stands between a client and the server, and keeps what they say to each other for validate_messages.py.

usage: recorder.py SERVER CONVERSATION STATUS [argument of the server ...]

CONVERSATION gets one line a message, STATUS the server's exit code once it has left. It works in a process of its own,
because some editors kill what they started as soon as they have sent `exit`.
"""
import json
import os
import pathlib
import subprocess
import sys
import threading


def frames(stream):
    """The bodies of a stream of frames, each with the bytes that it came in."""
    while True:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            line = stream.readline()
            if not line:
                return
            head += line
        [length] = [int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
        body = stream.read(length)
        yield body, head + body


def record(program, conversation, status, arguments):
    """Passes messages both ways until the server leaves; gives its exit code."""
    server = subprocess.Popen([program, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    lock = threading.Lock()
    with open(conversation, "a", encoding="utf-8") as kept:

        def pass_on(source, target, sender):
            for body, frame in frames(source):
                try:
                    line = {"from": sender, "message": json.loads(body)}
                except ValueError:
                    line = {"from": sender, "broken": body.decode(errors="replace")}
                with lock:
                    kept.write(json.dumps(line) + "\n")
                    kept.flush()
                try:
                    target.write(frame)
                    target.flush()
                except BrokenPipeError:
                    pass

        def listen():
            pass_on(sys.stdin.buffer, server.stdin, "client")
            server.stdin.close()

        threading.Thread(target=listen, daemon=True).start()
        pass_on(server.stdout, sys.stdout.buffer, "server")
        code = server.wait()
        with lock:
            pathlib.Path(status).write_text(str(code))
            return code if code >= 0 else 128 - code


def main():
    program, conversation, status, *arguments = sys.argv[1:]
    worker = os.fork()
    if worker == 0:
        os.setsid()
        os._exit(record(program, conversation, status, arguments))
    _, ended = os.waitpid(worker, 0)
    sys.exit(os.waitstatus_to_exitcode(ended))


if __name__ == "__main__":
    main()
