"""Chumoku: a desktop news reader for people who study the news offline."""

__version__ = "0.2.0"
