"""An equal share of written answers for each assistant; some answers go to two, who aren't told which these are."""

from collections.abc import Sequence
from random import Random


def shared_out(answers: Sequence[str], assistants: Sequence[str], twice: int, seed: str) -> dict[str, list[str]]:
    """Return each assistant's answers.

    So many in a hundred, drawn at random, go to two different assistants; nobody has two answers more than another.
    """
    draw = Random(seed)  # noqa: S311  # shares need no cryptography
    order = draw.sample(list(answers), len(answers))
    doubled = order[: -(-len(order) * twice // 100)] if len(assistants) > 1 else []
    shares: dict[str, list[str]] = {one: [] for one in assistants}
    for answer in [*order, *doubled]:
        free = [one for one in assistants if answer not in shares[one]]
        shares[min(free, key=lambda one: len(shares[one]))].append(answer)
    return {one: draw.sample(own, len(own)) for one, own in shares.items()}
