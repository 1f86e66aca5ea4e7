"""Stands for the reading of widgets' scripts and styles in the browser, where the page has loaded them already."""


def module(_file: str) -> str:
    """Return no script."""
    return ""


def style(*_files: str) -> str:
    """Return no style."""
    return ""


def plain_function(_file: str) -> str:
    """Return no function."""
    return ""
