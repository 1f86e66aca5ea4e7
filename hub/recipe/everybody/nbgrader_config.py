"""Where exercises are fetched and handed in."""

import tomllib
from pathlib import Path

HUB = tomllib.loads(Path(__file__).resolve().parents[1].joinpath("hub.toml").read_text(encoding="utf-8"))

c = get_config()
c.Exchange.root = HUB["exchange"]
c.Exchange.path_includes_course = True  # two courses may have an exercise of one name
