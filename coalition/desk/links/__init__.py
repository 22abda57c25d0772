"""Links on pages that lead nowhere, by the page and since when."""
