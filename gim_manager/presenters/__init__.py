"""What is shown, in words and rows, without knowing what draws it."""
