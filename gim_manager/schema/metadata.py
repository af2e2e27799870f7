"""The MetaData that the Info Mart's and the manager's tables are declared in."""

from __future__ import annotations

from sqlalchemy import MetaData

INFO_MART = MetaData()
MANAGER = MetaData()
