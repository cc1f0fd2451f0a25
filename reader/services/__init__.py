"""The use cases, and the only place that joins library, sources, language and the others.

The public face is ``reader.services.desk.open_desk(folder) -> Desk``: one open library with
its services as attributes (``reading``, ``adding``, ``understanding``, ``annotating``,
``watching``, ``glossary``, ``summarising``, ``searching``, ``exporting``, ``maintaining``).
``reader.services.analysing`` understands texts that are in no library.

Every mutation returns ``reader.model.changes.Changes``, alone or beside what it made. A desk
belongs to the thread that opened it; another thread opens its own.
"""
