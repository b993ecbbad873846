"""The story as one HTML file that needs nothing else: no network, no font, no library."""

from hearsay.views.report.page import report

__all__ = ["report"]
