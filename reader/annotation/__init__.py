"""Hold a passage to its text: describe it once, find it again in a later revision.

Public: ``reader.annotation.anchors`` with ``describe``, ``place``, ``place_all`` and ``survival``.
Pure; the other modules are its own affair.
"""
