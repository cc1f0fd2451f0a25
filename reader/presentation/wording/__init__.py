"""The words of the program by area, each as (日本語, English)."""
