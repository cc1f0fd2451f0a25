"""Measure what a reader waits for: ``python -m benchmarks``; see docs/benchmarks.md."""
