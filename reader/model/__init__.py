"""The values that the rest of Chumoku hands on, and the rules that belong to them.

Standard library only, no input or output. Import the module that has the value you
need (``reader.model.article``); this package imports none of them by itself, so that the
first paint does not pay for what it does not show.
"""
