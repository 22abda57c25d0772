"""What SharePoint wrote into a file is gone, and the file as whole as before."""

import zipfile
from io import BytesIO
from posixpath import join, normpath

import pytest
from defusedxml import ElementTree

from coalition.media.cleaning.files import clean
from tests import telling_files as telling

MICROSOFT = "http://schemas.microsoft.com"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PERSON = f"<UserInfo><DisplayName>{telling.SECRET}</DisplayName></UserInfo>"


def parts_of(content, name="a.docx"):
    with clean(BytesIO(content), name) as file, zipfile.ZipFile(file) as archive:
        return {part: archive.read(part) for part in archive.namelist()}


@pytest.mark.parametrize(
    "words",
    [
        telling.shared_with(telling.SECRET),
        f'<p:properties xmlns:p="{MICROSOFT}/office/2006/metadata/properties" by="{{}}"/>',
        f'<a xmlns:q="{MICROSOFT}/office/2006/metadata/longProperties"><q:b>{{}}</q:b></a>',
        f'<LongProperties xmlns="{MICROSOFT}/office/2006/metadata/x">{{}}</LongProperties>',
        f'<spe:Receivers xmlns:spe="{MICROSOFT}/sharepoint/events">{{}}</spe:Receivers>',
        "<a><x:UserInfo xmlns:x='a'><x:DisplayName>{}</x:DisplayName></x:UserInfo></a>",
        f"<a><b>{PERSON}</b></a>",
    ],
)
def test_names_are_found_wherever_sharepoint_puts_them(words):
    part = {"customXml/item7.xml": words.format(telling.SECRET)}

    told = parts_of(telling.office("docx", **part))["customXml/item7.xml"]

    assert telling.SECRET in part["customXml/item7.xml"]
    assert telling.SECRET.encode() not in told
    ElementTree.fromstring(told)


def test_what_others_keep_in_a_file_stays():
    own = '<b:Sources xmlns:b="http://schemas.openxmlformats.org/bibliography">A book</b:Sources>'

    told = parts_of(telling.office("docx", **{"customXml/item1.xml": own}))

    assert told["customXml/item1.xml"].decode().endswith(own)


def kept_by_sharepoint():
    """A letter with all that makes it one, for programs that look closely."""
    relations = f'<Relationships xmlns="{PACKAGE}/relationships">{{}}</Relationships>'
    relation = '<Relationship Id="rId1" Type="x/relationships/{}" Target="{}"/>'
    types = '<Default Extension="xml" ContentType="application/xml"/>' + "".join(
        f'<Override PartName="/{part}" ContentType="application/xml"/>'
        for part in ("word/document.xml", "customXml/item1.xml", "customXml/itemProps1.xml")
    )
    return telling.archive(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{types}</Types>',
            "_rels/.rels": relations.format(relation.format("a", "word/document.xml")),
            "word/document.xml": "<document>Words</document>",
            "word/_rels/document.xml.rels": relations.format(
                relation.format("customXml", "../customXml/item1.xml")
            ),
            "customXml/item1.xml": telling.shared_with(telling.SECRET),
            "customXml/_rels/item1.xml.rels": relations.format(
                relation.format("customXmlProps", "itemProps1.xml")
            ),
            "customXml/itemProps1.xml": "<datastoreItem/>",
        }
    )


def test_a_file_without_what_sharepoint_said_is_whole():
    content = kept_by_sharepoint()
    with zipfile.ZipFile(BytesIO(content)) as archive:
        before = archive.namelist()

    parts = parts_of(content)

    assert list(parts) == before
    read = {name: ElementTree.fromstring(part) for name, part in parts.items()}
    assert read["customXml/item1.xml"].tag == f"{{{telling.SHAREPOINT}}}properties"
    for override in read["[Content_Types].xml"].iter(f"{{{PACKAGE}/content-types}}Override"):
        assert override.get("PartName").removeprefix("/") in parts
    for name in (name for name in parts if name.endswith(".rels")):
        folder = name.partition("_rels/")[0]
        for each in read[name]:
            assert normpath(join(folder, each.get("Target"))) in parts
