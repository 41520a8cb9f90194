"""Random histories of exports and of a person's edits, in which every piece of text that they type is its own."""

import random
import re
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.export.merging import Sheet, fresh, merged, name_in

SHEET = Sheet("a1", {"title": '"T"', "bull": "1"}, {"head": "# T\n", "n1": "> one\n\n^br-n1\n", "n2": "> two\n"})


def changed(sheet: Sheet, **blocks: str | None) -> Sheet:
    new = {name: blocks.get(name, body) for name, body in sheet.blocks.items()} | blocks
    return Sheet(sheet.name, sheet.front, {name: body for name, body in new.items() if body is not None})


def test_what_is_as_we_left_it_is_replaced() -> None:
    text = merged(fresh(SHEET), changed(SHEET, n1="> one more\n"))

    assert text == fresh(changed(SHEET, n1="> one more\n"))


def test_what_a_person_has_changed_stays_and_what_stands_between_is_not_looked_at() -> None:
    text = fresh(SHEET).replace("> one", "> one, my way").replace("# T\n%%", "# T\n%%\nMine.\n%%", 1)

    assert merged(text, SHEET) == text


def test_where_both_have_changed_both_stand_and_ours_is_replaced_as_long_as_it_is_ours() -> None:
    text = merged(fresh(SHEET).replace("> one", "> one, my way"), changed(SHEET, n1="> 1\n"))

    assert "> one, my way" in text
    assert "> 1\n" in text
    assert merged(text, changed(SHEET, n1="> 1\n")) == text
    later = merged(text, changed(SHEET, n1="> 11\n"))
    assert "> 1\n" not in later
    assert later.count("New version from briefreader") == 1
    assert "> one, my way" in later


def test_a_newer_version_that_a_person_has_changed_is_theirs() -> None:
    text = merged(fresh(SHEET).replace("> one", "> one, my way"), changed(SHEET, n1="> 1\n"))
    text = merged(text.replace("> 1\n", "> 1 and mine\n"), changed(SHEET, n1="> 11\n"))

    assert all(words in text for words in ("> one, my way", "> 1 and mine\n", "> 11\n"))


def test_what_a_person_deletes_stays_gone_and_a_new_note_comes_after_the_one_before_it() -> None:
    text = re.sub(r"%% br:begin n1.*?br:end n1 %%\n", "", fresh(SHEET), flags=re.DOTALL)
    more = Sheet("a1", SHEET.front, {"head": "# T\n", "n1": "> one\n", "n1b": "> between\n", "n2": "> two\n"})

    text = merged(text, more)

    assert "> one" not in text
    assert text.index("# T") < text.index("> between") < text.index("> two")


def test_a_note_that_is_deleted_goes_unless_a_person_has_changed_it() -> None:
    less = changed(SHEET, n1=None)

    assert "> one" not in merged(fresh(SHEET), less)
    assert "> one, mine" in merged(fresh(SHEET).replace("> one", "> one, mine"), less)


def test_a_note_that_we_took_out_comes_back_when_it_is_there_again() -> None:
    text = merged(merged(fresh(SHEET), changed(SHEET, n1=None)), SHEET)

    assert "> one" in text


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (("bull: 1", "bull: 1"), "bull: 2"),
        (("bull: 1", "bull: many"), "bull: many"),
        (("bull: 1\n", ""), None),
        (("bull: 1", "mine: yes # why\nbull: 1"), "mine: yes # why\nbull: 2"),
    ],
)
def test_lines_of_the_front_matter_are_ours_as_long_as_nobody_changes_them(
    edit: tuple[str, str], expected: str | None
) -> None:
    text = merged(fresh(SHEET).replace(*edit), Sheet("a1", {**SHEET.front, "bull": "2"}, SHEET.blocks))

    front = text.split("---\n")[1]
    assert expected in front if expected else "bull" not in front
    assert 'title: "T"' in front


def test_a_file_that_another_program_gave_other_ends_of_lines_is_still_ours() -> None:
    text = merged(fresh(SHEET).replace("\n", "\r\n"), changed(SHEET, n1="> 1\n"))

    assert "> 1\n" in text
    assert "> one" not in text
    assert "New version from briefreader" not in text


def test_only_our_files_have_a_name() -> None:
    assert name_in(fresh(SHEET)) == "a1"
    assert name_in("# Mine\n") is None
    assert name_in('%% br:file {"name": []} %%\n%% br:file [} %%\n') is None


@given(st.text(st.sampled_from("%-: br:begin\nhead012\r{}"), max_size=200))
def test_no_file_breaks_a_merge(text: str) -> None:
    once = merged(text, SHEET)

    assert merged(once, SHEET) == once


@dataclass
class History:
    """A store, a file, and what a person has typed into it and not taken out again."""

    rng: random.Random
    blocks: dict[str, str] = field(default_factory=lambda: {"head": "# T\n", "n0": "> zero\n\n^br-n0\n"})
    front: dict[str, str] = field(default_factory=lambda: {"title": '"T"', "tags": '["a"]'})
    text: str = ""
    typed: list[str] = field(default_factory=list)
    made: int = 0

    def mark(self) -> str:
        return chr(0xE000 + self.count())  # one character, so that no edit can part it

    def count(self) -> int:
        self.made += 1
        return self.made

    def change_store(self) -> None:
        what = self.rng.randrange(4)
        names = [name for name in self.blocks if name != "head"]
        if what == 0 or not names:
            items = list(self.blocks.items())
            items.insert(self.rng.randrange(1, len(items) + 1), (f"x{self.count()}", f"> new {self.made}\n"))
            self.blocks = dict(items)
        elif what == 1:
            self.blocks[self.rng.choice([*names, "head"])] = f"> again {self.count()}\n\nmore\n"
        elif what == 2:
            del self.blocks[self.rng.choice(names)]
        else:
            self.front["tags"] = f'["{self.count()}"]'

    def edit_file(self) -> None:
        what = self.rng.randrange(5)
        lines = self.text.split("\n")
        at = self.rng.randrange(len(lines))
        if what == 0:
            lines.insert(at, mark := self.mark())
            self.typed.append(mark)
        elif what == 1:
            column = self.rng.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:column] + (mark := self.mark()) + lines[at][column:]
            self.typed.append(mark)
        elif what == 2:
            gone = lines.pop(at)
            self.typed = [mark for mark in self.typed if mark not in gone]
        elif what == 3:
            lines.append(mark := self.mark())
            self.typed.append(mark)
        else:
            other = self.rng.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        self.text = "\n".join(lines)

    def export(self) -> None:
        sheet = Sheet("a1", self.front, self.blocks)
        self.text = merged(self.text, sheet) if self.text else fresh(sheet)
        assert [mark for mark in self.typed if mark not in self.text] == []
        assert merged(self.text, sheet) == self.text


@pytest.mark.parametrize("part", range(10))
def test_no_history_loses_what_a_person_has_typed(part: int) -> None:
    for seed in range(part * 300, part * 300 + 300):
        history = History(random.Random(seed))  # noqa: S311 - histories, not secrets
        history.export()
        for _ in range(history.rng.randrange(1, 12)):
            history.rng.choice((history.change_store, history.edit_file, history.edit_file, history.export))()
        history.export()
