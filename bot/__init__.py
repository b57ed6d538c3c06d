"""Talks to people: turns a question into an Answer and shows it in a terminal, in Telegram or as JSON."""
