"""What fills the window below its toolbar."""
