"""The Coalition's website: settings, address map, and the rooms that every page stands on."""
