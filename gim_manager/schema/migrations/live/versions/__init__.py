"""One file a step, from the first on."""
