"""The manager's own tables: runs, options, lease, decisions."""
