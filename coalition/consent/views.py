"""The page on which a visitor chooses."""

from django.shortcuts import render


def cookies(request):
    return render(request, "consent/cookies.html", {})
