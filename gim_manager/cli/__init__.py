"""The command line: every use case as a command, every error as a sentence and an exit code."""
