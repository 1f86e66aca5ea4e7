"""What `biggerpie start` sets up on a learner's own computer, for every server of the hub."""

import os

from biggerpie.lessons.start import CALM, IN_EACH_KERNEL

os.environ["PYTHONSTARTUP"] = str(IN_EACH_KERNEL)  # so that any cell of an exercise may be run first
c = get_config()
c.LabApp.extra_labextensions_path = [str(CALM / "labextensions")]
