"""The Coalition's website: its settings, its address map and the rooms that every page stands on."""
