"""Tables of public facts and of the words of news texts, made by us; data only.

Each line of a table is one thing; ``|`` parts its names, the fullest first.
"""
