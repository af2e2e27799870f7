"""Pieces of the window, each with one thing to show."""
