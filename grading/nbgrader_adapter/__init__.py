"""The one room that touches nbgrader, nbconvert, nbclient and jupyter_client: its parts in place of theirs."""
