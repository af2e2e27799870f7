"""The picture of a stretch of time: what paints it, what shows it, what asks for it."""
