"""Bring annotated summaries out of the library, into files that the reader may have edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reader.export import registry
from reader.export.filenames import candidates
from reader.export.registry import Format
from reader.model.annotated import AnnotatedSummary
from reader.model.errors import ExportError, ReaderError
from reader.services.knowing import known_article
from reader.services.placing import LIMIT, ExportFolder
from reader.services.rewriting import rewrite
from reader.system.files import FileError, make_folder, read_limited, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from reader.export.merging import Merged
    from reader.library import Library

__all__ = ["ExportReport", "ExportedFile", "Exporting", "Format", "known_format", "known_formats"]

Outcome = Literal["written", "unchanged", "failed"]


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """What came of one file.

    ``merged`` tells, for a file that was there before, which parts were brought up to date
    and which the reader's edits kept as they are. ``ids`` are the articles in it.
    """

    ids: tuple[str, ...]
    path: Path
    outcome: Outcome
    merged: Merged | None = None
    error: ReaderError | None = None

    @property
    def kept_edits(self) -> int:
        """Return how many of the reader's edits were kept."""
        return len(self.merged.kept_edits) if self.merged else 0


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What came of all the files, in the order of the articles."""

    files: tuple[ExportedFile, ...] = ()


@dataclass(frozen=True, slots=True)
class _Job:
    """One file to write, as if it were not there."""

    form: Format
    ids: tuple[str, ...]
    path: Path
    data: bytes


@dataclass(frozen=True, slots=True)
class _Prepared:
    """What came of one file but for the writing, and the bytes for it."""

    file: ExportedFile
    data: bytes = b""


def known_formats() -> tuple[Format, ...]:
    """Return the formats, in the order in which people see them."""
    return registry.formats()


def known_format(name: str) -> Format:
    """Return the format called ``name``; UsageError when there is none."""
    return registry.get(name)


class Exporting:
    """Writes annotated summaries; ``more`` are formats that are made elsewhere (by Qt)."""

    def __init__(
        self, library: Library, *, clock: Callable[[], str], more: Iterable[Format] = ()
    ) -> None:
        self._library = library
        self._clock = clock
        self._formats = (*registry.formats(), *more)

    def formats(self) -> tuple[Format, ...]:
        """Return the formats, in the order in which people see them."""
        return self._formats

    def file_stem(self, article_id: str) -> str:
        """Return what the file of an article is best called, without a suffix."""
        title = self._library.articles.get(article_id).title
        return candidates(title, article_id, suffix="")[0]

    def render(self, *ids: str, format_name: str, language: str) -> bytes:
        """Return annotated summaries as the bytes of a file; several only for ``one_file``."""
        form = registry.get(format_name, among=self._formats)
        return form.write(*(self._summary(article_id, language) for article_id in ids))

    def export(
        self,
        ids: Sequence[str],
        format_name: str,
        out: Path,
        *,
        replace: bool = False,
        language: str,
        as_folder: bool = False,
    ) -> ExportReport:
        """Write annotated summaries to ``out``, each file whole or not at all.

        ``out`` is a folder for several articles in a format of one file an article, or with
        ``as_folder``, or where it is one. A file that Chumoku wrote for the article is brought
        up to date, and what the reader changed in it stays; another one is refused, unless
        ``replace``. What hinders one file of several is in the report; where a file was all
        that was asked for, it is raised.
        """
        jobs = self._jobs(ids, format_name, out, language=language, as_folder=as_folder)
        files = tuple(_write(_prepare(job, replace=replace), out) for job in jobs)
        if len(files) == 1 and files[0].error is not None:
            raise files[0].error
        return ExportReport(files)

    def plan(
        self,
        ids: Sequence[str],
        format_name: str,
        out: Path,
        *,
        replace: bool = False,
        language: str,
        as_folder: bool = False,
    ) -> ExportReport:
        """Say what ``export`` would do, and write nothing."""
        jobs = self._jobs(ids, format_name, out, language=language, as_folder=as_folder)
        return ExportReport(tuple(_prepare(job, replace=replace).file for job in jobs))

    def _jobs(
        self, ids: Sequence[str], format_name: str, out: Path, *, language: str, as_folder: bool
    ) -> Iterator[_Job]:
        form = registry.get(format_name, among=self._formats)
        wanted = tuple(dict.fromkeys(ids))
        if form.one_file:
            summaries = [self._summary(article_id, language) for article_id in wanted]
            yield _Job(form, wanted, out, form.write(*summaries))
            return
        if not (len(wanted) > 1 or as_folder or out.is_dir()):
            yield _Job(form, wanted, out, form.write(self._summary(wanted[0], language)))
            return
        if out.exists() and not out.is_dir():
            raise ExportError("not_a_folder", path=str(out))
        folder = ExportFolder(out, form)
        for article_id in wanted:
            summary = self._summary(article_id, language)
            path = folder.path_for(article_id, summary.known.article.title)
            yield _Job(form, (article_id,), path, form.write(summary))

    def _summary(self, article_id: str, language: str) -> AnnotatedSummary:
        known = known_article(self._library, article_id)
        return AnnotatedSummary(known=known, exported=self._clock(), language=language)


def _prepare(job: _Job, *, replace: bool) -> _Prepared:
    """Decide about one file; nothing is written."""
    try:
        existing = _existing(job.path)
        rewritten = rewrite(
            existing,
            job.data,
            form=job.form,
            ids=job.ids,
            path=str(job.path),
            replace=replace,
        )
    except ReaderError as error:
        return _Prepared(ExportedFile(job.ids, job.path, "failed", error=error))
    outcome: Outcome = "unchanged" if rewritten.data == existing else "written"
    file = ExportedFile(job.ids, job.path, outcome, merged=rewritten.merged)
    return _Prepared(file, rewritten.data)


def _write(prepared: _Prepared, out: Path) -> ExportedFile:
    file = prepared.file
    if file.outcome != "written":
        return file
    try:
        if file.path != out:
            make_folder(out)
        write_whole(file.path, prepared.data)
    except FileError as error:
        failed = ExportError(error.code, **error.details)
    else:
        return file
    return ExportedFile(file.ids, file.path, "failed", error=failed)


def _existing(path: Path) -> bytes | None:
    try:
        return read_limited(path, LIMIT)
    except FileError as error:
        if error.code == "missing":
            return None
        raise ExportError(error.code, **error.details) from error
