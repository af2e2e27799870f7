"""All that can be asked of the product, one function each."""
