"""Whether pictures come with a page or wait until a reader asks for them."""
