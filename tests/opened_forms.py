"""What a form of the back office remembers of the version that it was opened on."""


def version_of(row):
    version = row and row.latest_revision
    return {"loaded_revision_created_at": version.created_at.isoformat()} if version else {}
