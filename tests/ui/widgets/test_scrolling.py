from briefreader.ui.widgets.scrolling import steps_of


def test_a_page_and_half_of_one_go_somewhere_however_low_the_screen_is() -> None:
    assert [steps_of(share, 9) for share in (1, -1, 0.5, -0.5)] == [9, -9, 4, -4]
    assert [steps_of(share, 0) for share in (1, -0.5)] == [1, -1]
