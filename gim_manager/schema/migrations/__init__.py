"""The history of the tables: what each released version made of the one before it, written once and never changed."""
