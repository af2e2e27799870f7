"""GIM Manager: runs, watches and explains the jobs of a contact-centre Info Mart."""

__version__ = "0.1.0"
