"""Names stand beside their points, and none covers another."""

from hypothesis import given
from hypothesis import strategies as st

from policing_indicators.charts.label_places import Named, placed

POINTS = st.lists(
    st.tuples(st.floats(0, 300), st.floats(0, 200)), max_size=12, unique=True
)


def named(points: list[tuple[float, float]]) -> list[Named]:
    return [Named(across=x, down=y, text="Some area") for x, y in points]


@given(POINTS)
def test_no_name_covers_another_or_leaves_the_paper(
    points: list[tuple[float, float]],
) -> None:
    found = placed(named(points), points, (300, 200))
    for place, one in enumerate(found):
        assert 0 <= one.across <= 300
        assert 0 <= one.down <= 200
        for other in found[place + 1 :]:
            assert (
                abs(one.across - other.across) > 40 or abs(one.down - other.down) > 11
            )


def test_the_names_that_matter_most_are_placed_first() -> None:
    points = [(50.0, 50.0), (52.0, 52.0)]
    found = placed(named(points), points, (300, 200))
    assert found[0].named.across == 50


def test_a_name_without_room_is_left_out() -> None:
    assert placed(named([(5, 5)]), [(5, 5)], (10, 10)) == ()


def test_a_name_stands_to_the_right_where_it_can() -> None:
    [found] = placed(named([(50, 50)]), [(50, 50)], (300, 200))
    assert (found.across, found.down) == (58, 54)
