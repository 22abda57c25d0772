"""Where publishers read what readers wrote, and note that it is answered."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from coalition.contact.models import Message


class MessageIndexView(IndexView):
    # Messages come from readers.
    add_url = None

    def get_base_queryset(self):
        return super().get_base_queryset().newest_first()


class MessageViewSet(ModelViewSet):
    model = Message
    name = "messages"
    icon = "mail"
    menu_label = _("Messages")
    menu_order = 320
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = MessageIndexView
    ordering = None
    list_display = [
        "name",
        Column("get_subject_display", label=_("Subject"), sort_key="subject"),
        Column("get_language_display", label=_("Language"), sort_key="language"),
        Column("get_status_display", label=_("Status"), sort_key="status"),
        Column("mail_state", label=_("Mail"), sort_key="mailed_at"),
        DateColumn("written_at", label=_("Written"), sort_key="written_at"),
    ]
    list_filter = ["status", "subject", "language"]
    search_fields = ["name", "email", "text"]
    search_backend_name = None


@hooks.register("register_admin_viewset")
def register_messages():
    return MessageViewSet()
