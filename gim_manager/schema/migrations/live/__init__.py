"""The history of the manager's own tables."""
