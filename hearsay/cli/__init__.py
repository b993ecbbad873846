"""The commands. Nothing is imported before a command needs it, so that help comes at once.

Exit codes: 0 fine, 1 found wanting, 2 wrong use.
"""

from __future__ import annotations

from hearsay.cli.app import main

__all__ = ["main"]
