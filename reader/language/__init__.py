"""Understanding the text of an article, pure: nothing is read, written or kept.

Public: ``analysis.analyse`` and ``analysis.ANALYSER_VERSION``, ``sentences.sentences``,
``detect.language_of``. Everything else here serves these. Japanese is understood best, English
by simpler rules behind the same interface; of other languages nothing is claimed. Only
``tokens`` knows the tokeniser, and loads it when the first Japanese text comes.
"""
