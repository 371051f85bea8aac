"""Measures this site beside plain Material: ``python -m benchmarks``. What and how is in README.md."""
