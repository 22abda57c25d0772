"""The register of partners, and the pages that tell their part."""

from partners.models.contributions import Contribution
from partners.models.pages import PartnerIndexPage, PartnerPage
from partners.models.particulars import PartnerName, StatusChange
from partners.models.register import Partner

__all__ = [
    "Contribution",
    "Partner",
    "PartnerIndexPage",
    "PartnerName",
    "PartnerPage",
    "StatusChange",
]
