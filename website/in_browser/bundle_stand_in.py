"""Stands for the reading of widgets' scripts and styles in the browser, where the page has loaded them already."""

from biggerpie.widgets._class_of import class_of


def module(_file: str) -> str:
    """Return no script."""
    return ""


def style(*files: str) -> str:
    """Return no style, only the class of the places in which it would hold."""
    return class_of(*files)


def scope(css: str) -> str:
    """Return the class of the places in which a style of `style` holds."""
    return css


def plain_function(_file: str) -> str:
    """Return no function."""
    return ""
