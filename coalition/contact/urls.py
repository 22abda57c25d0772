"""The addresses below `contact/`, where an editor's own page may stand as well."""

from django.urls import path

from coalition.contact.views import send, sent

urlpatterns = [
    path("send/", send, name="send_message"),
    path("sent/", sent, name="message_sent"),
]
