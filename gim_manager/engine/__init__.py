"""The loop that reads, decides, applies and waits, and the workers it starts."""
