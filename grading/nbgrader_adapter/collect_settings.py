"""The settings by which nbgrader collects submissions with the kit's parts."""

from typing import Any

from .collect import CollectFromOwners
from .zip_collect import CollectInOrder
from .zip_extract import ExtractInOrder


def configure_collecting(config: Any) -> None:
    """Let `nbgrader collect`, formgrader's button and `nbgrader zip_collect` put in order what comes in."""
    config.ExchangeFactory.collect = CollectFromOwners
    config.ZipCollectApp.extractor_plugin = ExtractInOrder
    config.ZipCollectApp.collector_plugin = CollectInOrder
