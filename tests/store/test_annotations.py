from dataclasses import replace

import pytest
from factories import a_remark, added

from briefreader.model.errors import NotFoundError
from briefreader.model.ids import AnnotationId
from briefreader.workflows.annotate import annotate, delete, revise
from briefreader.workspace import Workspace


def test_an_annotation_that_is_not_there_is_named(workspace: Workspace) -> None:
    annotation = annotate(workspace, added(workspace), None, a_remark())
    gone = replace(annotation, id=AnnotationId("gone"))

    with pytest.raises(NotFoundError, match="no annotation 'gone' found"):
        revise(workspace, gone, a_remark())
    with pytest.raises(NotFoundError):
        delete(workspace, gone)
