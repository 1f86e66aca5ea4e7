"""The settings by which nbgrader collects submissions and releases feedback with the kit's parts."""

from typing import Any

from .collect import CollectFromOwners
from .release_feedback import ReleaseOneByOne
from .zip_collect import CollectInOrder
from .zip_extract import ExtractInOrder


def configure_collecting(config: Any) -> None:
    """Let nbgrader's commands and formgrader's buttons put in order what comes in, and release one by one."""
    config.ExchangeFactory.collect = CollectFromOwners
    config.ExchangeFactory.release_feedback = ReleaseOneByOne
    config.ZipCollectApp.extractor_plugin = ExtractInOrder
    config.ZipCollectApp.collector_plugin = CollectInOrder
