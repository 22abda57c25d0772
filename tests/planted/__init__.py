"""A migration that nobody would see applied twice, but by what it leaves."""
