"""The headless face: a scheduler that runs until it is told to stop."""
