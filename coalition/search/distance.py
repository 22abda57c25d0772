"""How far apart two words are for somebody who types in a hurry."""


def slips(typed: str, meant: str) -> int:
    """The fewest letters left out, added, mistaken, or swapped with their neighbour."""
    rows = [list(range(len(meant) + 1))]
    for i, letter in enumerate(typed, start=1):
        row = [i]
        for j, other in enumerate(meant, start=1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (letter != other))
            if i > 1 and j > 1 and (letter, typed[i - 2]) == (meant[j - 2], other):
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]
