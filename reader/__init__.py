"""Chumoku: a desktop news reader for people who study the news offline."""

__version__ = "0.3.0"
