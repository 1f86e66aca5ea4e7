"""The instructors' course, whose own settings stand in its folder."""

import os
import tomllib
from pathlib import Path

HUB = tomllib.loads(Path(__file__).resolve().parents[1].joinpath("hub.toml").read_text(encoding="utf-8"))
OWN = "nbgrader_config.py"

c = get_config()
if os.access(Path(HUB["course"], OWN), os.R_OK):  # else there is no course yet
    load_subconfig(OWN, path=HUB["course"])
