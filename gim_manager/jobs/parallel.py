"""The one place where a job has threads: things done side by side, and what becomes of the rest when one fails."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def side_by_side(do: Callable[[T], R], items: Sequence[T], limit: int) -> list[R]:
    """`do` of every item, at most `limit` at a time, in the order of the items; alone, an item needs no thread.

    An error ends the whole: items that have not begun are left, those under way come to their end, then it is raised.
    """
    if len(items) <= 1 or limit <= 1:
        return [do(item) for item in items]
    with ThreadPoolExecutor(max_workers=min(limit, len(items)), thread_name_prefix="job") as pool:
        futures = [pool.submit(do, item) for item in items]
        try:
            return [future.result() for future in futures]
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise
