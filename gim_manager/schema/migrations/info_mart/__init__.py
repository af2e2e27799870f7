"""The history of the Info Mart."""
