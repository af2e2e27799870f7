"""Questions that the window asks; all open without a nested event loop."""
