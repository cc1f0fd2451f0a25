"""The machine: where things lie, files, settings, logs, crash reports, worker processes, time.

Public, module by module: ``paths``, ``files``, ``settings``, ``logs``, ``crash``, ``workers``,
``clock`` and ``identity``. Nothing here knows an article, and nothing of ours is imported; an
error of the world is a ``files.FileError``, which the layer above turns into its own.
"""
