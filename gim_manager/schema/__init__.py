"""Every table of the product, declared once for both databases."""
