"""A contact centre that never was, and the source database it would have left."""
