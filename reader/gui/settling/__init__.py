"""Deciding about highlights whose passage has changed."""
