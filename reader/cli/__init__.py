"""The services from a terminal: arguments in, lines or one JSON document out.

Public: ``arguments.parse`` and ``program.run``. Each command is a function
``(arguments, terminal) -> exit code`` in a module that is imported when the command is used.
"""
