"""Partners as a file to keep, or to work on and bring back."""

from django.http import HttpResponse
from django.utils import timezone

from partners.exchange.register import registered
from partners.exchange.write import as_csv, as_excel

FILES = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_excel, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def download(partners, extension):
    """These partners, drafts too, in their order and as `import_partners` reads them."""
    write, content_type = FILES[extension]
    by_id = {partner.public_id: partner for partner in partners}
    rows = (partner.values for partner in registered(by_id))
    name = f"partners-{timezone.localdate()}.{extension}"
    return HttpResponse(
        write(rows),
        content_type=content_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
