import ArgumentParser

await ColophonCommand.runAndExit()
