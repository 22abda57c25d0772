"""The register of partners, and the pages that tell their part."""

from partners.models.pages import PartnerIndexPage, PartnerPage
from partners.models.register import Partner, PartnerName, StatusChange

__all__ = ["Partner", "PartnerIndexPage", "PartnerName", "PartnerPage", "StatusChange"]
