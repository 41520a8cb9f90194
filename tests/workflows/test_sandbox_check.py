import sys
from dataclasses import replace
from pathlib import Path

import pytest

from briefreader.ingest.confinement import Confinement
from briefreader.ingest.sandbox import Sandbox
from briefreader.workflows.sandbox_check import gaps_of, parser_faults, sandbox_gaps
from briefreader.workspace import Workspace


def test_each_thing_that_the_kernel_does_not_enforce_is_named() -> None:
    assert gaps_of(Confinement(landlock=7, seccomp=True)) == []
    assert ["Landlock" in words for words in gaps_of(Confinement(landlock=None, seccomp=False))] == [True, False]
    assert ["seccomp" in words for words in gaps_of(Confinement(landlock=1, seccomp=False))] == [True]
    on_macos = gaps_of(Confinement(landlock=None, seccomp=False), "darwin")
    assert [word in words for word, words in zip(("files", "Python", "memory"), on_macos, strict=True)] == [True] * 3


def test_the_child_itself_is_asked(workspace: Workspace) -> None:
    assert len(sandbox_gaps(workspace)) in (0, 1, 2)


def test_texts_can_be_parsed_here(workspace: Workspace) -> None:
    assert parser_faults(workspace) == []


def test_a_parser_that_cannot_start_is_a_fault(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")

    with Sandbox() as sandbox:
        ((problem, advice),) = parser_faults(replace(workspace, sandbox=sandbox))

    assert "could not start the parser" in problem
    assert "you cannot add articles" in advice


def test_a_library_that_cannot_be_loaded_is_a_fault_of_the_files_that_it_reads(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken" / "lxml").mkdir(parents=True)
    (tmp_path / "broken" / "lxml" / "__init__.py").write_text("raise ImportError('libxml2.so: wrong architecture')")
    monkeypatch.syspath_prepend(str(tmp_path / "broken"))

    with Sandbox() as sandbox:
        faults = dict(parser_faults(replace(workspace, sandbox=sandbox)))

    assert "no .html file can be read: cannot load a library to read it: libxml2.so: wrong architecture" in faults
    assert not any(".md" in fault for fault in faults)
