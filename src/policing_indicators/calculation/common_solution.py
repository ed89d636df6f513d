"""Whether inequalities have a common solution: the simplex method, in fractions."""

from collections.abc import Sequence
from fractions import Fraction

from policing_indicators.calculation.count_relation import Inequality

_EXCESS = -1
"""The variable that is added to every inequality, and is to become nought."""

_Terms = dict[int, Fraction]
_CONSTANT = -2
"""Where a row keeps what it is when every variable in it is nought."""


def have_common_solution(inequalities: Sequence[Inequality]) -> bool:
    """Say whether numbers of zero or more, whole or not, satisfy every inequality.

    The first phase of the simplex method (Dantzig 1963), with the rule of Bland (1977),
    by which it always ends. It is worked out in fractions: where it says no, no numbers
    do, and so no whole numbers either.

    >>> more, fewer = Inequality({"count": 1}, 5), Inequality({"count": -1}, -4)
    >>> have_common_solution([more]), have_common_solution([more, fewer])
    (True, False)
    """
    rows = _rows(inequalities)
    worst = min(rows, key=lambda slack: rows[slack][_CONSTANT], default=None)
    if worst is None or rows[worst][_CONSTANT] >= 0:
        return True
    _exchange(rows, entering=_EXCESS, leaving=worst)
    while _EXCESS in rows:
        falls = [each for each, term in rows[_EXCESS].items() if _lowers(each, term)]
        if not falls:
            return rows[_EXCESS][_CONSTANT] == 0
        entering = min(falls)
        _exchange(rows, entering=entering, leaving=_leaving(rows, entering))
    return True


def _rows(inequalities: Sequence[Inequality]) -> dict[int, _Terms]:
    """Give the slack of each inequality in terms of the counts and the excess."""
    names = dict.fromkeys(name for each in inequalities for name in each.weights)
    numbers = {name: number for number, name in enumerate(names)}
    return {
        len(numbers) + row: {
            _CONSTANT: Fraction(-each.least),
            _EXCESS: Fraction(1),
            **{
                numbers[name]: Fraction(weight)
                for name, weight in each.weights.items()
                if weight
            },
        }
        for row, each in enumerate(inequalities)
    }


def _lowers(variable: int, term: Fraction) -> bool:
    return variable != _CONSTANT and term < 0


def _leaving(rows: dict[int, _Terms], entering: int) -> int:
    """Give the variable that is first nought as another grows; the excess if it is."""
    reached = {
        variable: row[_CONSTANT] / -row[entering]
        for variable, row in rows.items()
        if row.get(entering, 0) < 0
    }
    first = min(reached.values())
    return min(variable for variable, reach in reached.items() if reach == first)


def _exchange(rows: dict[int, _Terms], *, entering: int, leaving: int) -> None:
    """Write every row in terms of the leaving variable instead of the entering one."""
    row = rows.pop(leaving)
    weight = -row.pop(entering)
    new = {each: term / weight for each, term in row.items()}
    new[leaving] = -1 / weight
    for terms in rows.values():
        factor = terms.pop(entering, None)
        if factor is not None:
            _add(terms, new, factor)
    rows[entering] = new


def _add(terms: _Terms, others: _Terms, factor: Fraction) -> None:
    for each, other in others.items():
        total = terms.get(each, 0) + factor * other
        if total or each == _CONSTANT:
            terms[each] = Fraction(total)
        else:
            terms.pop(each, None)
