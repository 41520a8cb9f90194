from briefreader.ingest.confinement import Confinement
from briefreader.workflows.sandbox_check import gaps_of, sandbox_gaps
from briefreader.workspace import Workspace


def test_each_thing_that_the_kernel_does_not_enforce_is_named() -> None:
    assert gaps_of(Confinement(landlock=7, seccomp=True)) == []
    assert ["Landlock" in words for words in gaps_of(Confinement(landlock=None, seccomp=False))] == [True, False]
    assert ["seccomp" in words for words in gaps_of(Confinement(landlock=1, seccomp=False))] == [True]


def test_the_child_itself_is_asked(workspace: Workspace) -> None:
    assert len(sandbox_gaps(workspace)) in (0, 1, 2)
