"""The kit's cases that lack on purpose what the others have; test_peculiar_cases.py says what they have instead."""

from biggerpie.negotiation import case_names

WITHOUT_ZONE = "button-shop"
OF_THREE = "piano-tuner"
BARGAINS = [name for name in case_names() if name not in {WITHOUT_ZONE, OF_THREE}]
