"""The package builder."""

from .package_builder import PackageBuilder

__all__ = ["PackageBuilder"]
