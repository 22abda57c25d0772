"""The addresses below the back office that stand before Wagtail's own: the one door, and keys."""

from django.urls import path

from coalition.staff.invitations.views import accept_invitation
from coalition.staff.second_factor import views as keys
from coalition.staff.sign_in import views as door

# allauth looks for its names.
urlpatterns = [
    path("login/", door.SignInView.as_view(), name="account_login"),
    path("login/code/", door.CodeView.as_view(), name="mfa_authenticate"),
    path("login/passkey/", door.PasskeyView.as_view(), name="mfa_login_webauthn"),
    path("login/again/", door.SignInAgainView.as_view(), name="sign_in_again"),
    path("password_reset/", door.PasswordResetView.as_view(), name="ask_for_password"),
    path("invitation/<str:link>/", accept_invitation, name="accept_invitation"),
    path("second-factor/", keys.WaysInView.as_view(), name="mfa_index"),
    path("second-factor/app/", keys.AddAppView.as_view(), name="mfa_activate_totp"),
    path("second-factor/app/remove/", keys.RemoveAppView.as_view(), name="mfa_deactivate_totp"),
    path("second-factor/passkey/", keys.AddPasskeyView.as_view(), name="mfa_add_webauthn"),
    path(
        "second-factor/passkey/<int:pk>/remove/",
        keys.RemovePasskeyView.as_view(),
        name="mfa_remove_webauthn",
    ),
    path("second-factor/codes/", keys.RecoveryCodesView.as_view(), name="mfa_view_recovery_codes"),
    path(
        "second-factor/codes/file/",
        keys.RecoveryCodesFileView.as_view(),
        name="mfa_download_recovery_codes",
    ),
    path(
        "second-factor/codes/new/",
        keys.NewRecoveryCodesView.as_view(),
        name="mfa_generate_recovery_codes",
    ),
]
