import ArgumentParser

ColophonCommand.runAndExit()
