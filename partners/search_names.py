"""What search calls the partners by whom its results can be narrowed."""

from django.utils.translation import get_language

from coalition.delivery.kept import kept
from coalition.search.facets import name_partners_by
from partners.models import Partner


def register():
    name_partners_by(names)


def names():
    return kept(f"partner-names:{get_language()}", _names)


def _names():
    partners = Partner.objects.readable().with_names()
    return {partner.public_id: partner.name for partner in partners}
