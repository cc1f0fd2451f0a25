"""An annotated summary as a file that other programs open: a module a format, one registry.

Public: ``registry`` (the formats by name, with their writers and their merges), ``filenames``
(what a file is called) and ``merging.Merged`` (what a re-export kept). Nothing here reads or
writes a file: writers return bytes, and the services put them where they belong.
"""
