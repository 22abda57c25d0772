"""The newest stories of a listing for feed readers, as Atom and as JSON Feed."""
