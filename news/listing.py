"""Which stories a listing shows for the filters in its address."""


class Listing:
    """The stories that pass the filters, a page at a time."""

    def __init__(self, index_page, parameters):
        self.index_page = index_page
        self.parameters = parameters
