"""The machine: folders, settings, secrets, signals."""
