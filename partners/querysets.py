"""Who is a partner on a day, and what they are called."""

from collections import defaultdict

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Case, Exists, OuterRef, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce
from wagtail.models import Revision

from coalition.facts import moment
from coalition.media.querysets import at_a_glance, cuts
from coalition.pages.foresight import is_public
from coalition.pages.querysets import ReadableQuerySet
from partners.membership import Membership
from partners.names import alphabetical
from partners.vocabulary import Status

CHANGES = ("status_changes__from_date", "status_changes__status")


class PartnerQuerySet(models.QuerySet):
    def readable(self):
        """Published, whatever their status."""
        return self.filter(is_public(self.model))

    def members(self, as_of=None):
        """Published partners that count on a day (today if none is given).

        A partner counts from `joined_latest` on, the first day on which it had certainly
        joined, until the day it withdraws. A suspended partner still counts.
        """
        day = as_of or moment.today()
        joined = self.readable().filter(joined_latest__lte=day)
        return joined.with_status(day).exclude(status=Status.WITHDRAWN)

    def with_status(self, as_of=None):
        """Know the `status` each has on a day (today if none is given)."""
        day = as_of or moment.today()
        changes = self.model._meta.get_field("status_changes").related_model.objects
        latest = changes.filter(partner=OuterRef("pk"), from_date__lte=day).order_by("-from_date")
        status = Coalesce(Subquery(latest.values("status")[:1]), Value(Status.MEMBER))
        return self.annotate(status=status)

    def memberships(self):
        """When each published partner counts, in one query."""
        history = defaultdict(list)
        rows = self.readable().order_by("status_changes__from_date").prefetch_related(None)
        for key, kind, region, joined, *change in rows.values_list(
            "pk", "kind", "region", "joined_latest", *CHANGES
        ):
            history[key, kind, region, joined].append(tuple(change))
        return [
            Membership(kind, region, joined, tuple(change for change in changes if change[0]))
            for (_key, kind, region, joined), changes in history.items()
        ]

    def with_names(self):
        return self.prefetch_related("names")

    def with_flags(self):
        return self.select_related("flag").prefetch_related(cuts("flag", "flag"))

    def at_a_glance(self):
        """With flags, and no more of each than lists show, so that nothing else of it counts."""
        return self.with_flags().only(*self.model.at_a_glance, *at_a_glance("flag"))

    def for_admin_list(self):
        """With all that a row shows there, in a number of queries that does not grow."""
        partner_type = ContentType.objects.get_for_model(self.model)
        scheduled = Revision.objects.filter(
            base_content_type=partner_type,
            object_id=Cast(OuterRef("pk"), models.CharField()),
            approved_go_live_at__isnull=False,
        )
        partners = self.with_status().with_flags().annotate(approved_schedule=Exists(scheduled))
        # Each row's checkbox names it as its latest draft does.
        return partners.select_related("latest_revision").defer("latest_revision__content")

    def newest_first(self):
        return self.order_by("-joined_latest", "-ordinal", "-pk")

    def by_name(self):
        """In the alphabet of the active language.

        Most names are CLDR's, which the database does not know: the whole register, some two
        hundred rows at the very most, is sorted here.
        """
        everyone = sorted(self.model.objects.all(), key=lambda partner: alphabetical(partner.name))
        places = (When(pk=partner.pk, then=place) for place, partner in enumerate(everyone))
        return self.order_by(Case(*places))

    def called(self, text):
        """Those that have these words in their names, in any language."""
        everyone = self.model.objects.all()
        return self.filter(pk__in=[partner.pk for partner in everyone if partner.is_called(text)])


class PartnerManager(models.Manager.from_queryset(PartnerQuerySet)):
    """Names come along always, so that in a list each partner can say what it is called."""

    def get_queryset(self):
        return super().get_queryset().with_names()


class PartnerPageQuerySet(ReadableQuerySet):
    def reachable(self):
        partner = self.model._meta.get_field("partner").related_model
        return super().reachable().filter(is_public(partner, through="partner__"))

    def whole(self):
        flag = cuts("partner__flag", "flag")
        return super().whole().select_related("partner__flag").prefetch_related(flag)

    def of_members(self):
        """Those of today's partners, with the names that tell their order; without their texts."""
        members = self.model._meta.get_field("partner").related_model.objects.members()
        pages = self.filter(partner__in=members.values("pk")).defer("body")
        return pages.select_related("partner").prefetch_related("partner__names")
