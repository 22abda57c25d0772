"""Files that tell what nobody meant to publish, and files that mean harm: made here, each time."""

import struct
import zipfile
import zlib
from io import BytesIO

from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)

# Stands wherever a file has room for words.
SECRET = "Layla of Mosul"  # noqa: S105 - a name.
PIXELS = (48, 32)
TURNED = 6
GPS, ORIENTATION, ARTIST, LATITUDE_SIDE, LATITUDE = 0x8825, 0x0112, 0x013B, 1, 2


def halves(mode="RGB"):
    """The left half red, the right one blue, so that one sees what was turned."""
    picture = Image.new(mode, PIXELS, (0, 0, 200))
    picture.paste((200, 0, 0), (0, 0, PIXELS[0] // 2, PIXELS[1]))
    return picture


def exif(orientation=1):
    tags = Image.Exif()
    tags[ORIENTATION], tags[ARTIST] = orientation, SECRET
    tags.get_ifd(GPS)[LATITUDE_SIDE] = "N"
    tags.get_ifd(GPS)[LATITUDE] = (36.0, 20.0, 24.0)
    return tags.tobytes()


XMP = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><author>{SECRET}</author></x:xmpmeta>".encode()
COLOURS = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def saved(picture, image_format, **options):
    out = BytesIO()
    picture.save(out, image_format, **options)
    return out.getvalue()


def telling_jpeg(orientation=1):
    options = {"exif": exif(orientation), "icc_profile": COLOURS, "comment": SECRET, "xmp": XMP}
    jpeg = saved(halves(), "JPEG", quality=95, **options)
    return jpeg[:2] + segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04" + iptc()) + jpeg[2:]


def iptc():
    words = SECRET.encode()
    record = b"\x1c\x02\x50" + struct.pack(">H", len(words)) + words
    return b"\x00\x00" + struct.pack(">I", len(record)) + record


def segment(marker, content):
    return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content


def telling_png():
    words = PngInfo()
    words.add_text("Author", SECRET)
    words.add_itxt("XML:com.adobe.xmp", XMP.decode())
    words.add_text("Comment", SECRET, zip=True)
    return saved(halves(), "PNG", pnginfo=words, exif=exif(), icc_profile=COLOURS, dpi=(300, 300))


def telling_webp():
    return saved(halves(), "WEBP", exif=exif(), xmp=XMP, icc_profile=COLOURS)


def telling_avif():
    return saved(halves(), "AVIF", exif=exif(), xmp=XMP, icc_profile=COLOURS)


TELLING_PICTURES = {
    "jpg": telling_jpeg,
    "png": telling_png,
    "webp": telling_webp,
    "avif": telling_avif,
}


def png_of(width, height):
    """A PNG of this size, of one colour: some kilobytes for any number of pixels."""
    row = b"\x00" + bytes((width + 7) // 8)
    squeezed = zlib.compressobj(9)
    pixels = b"".join(squeezed.compress(row) for _ in range(height)) + squeezed.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def chunk(kind, content):
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check


def moving(image_format):
    frames = [Image.new("RGB", PIXELS, colour) for colour in ("red", "green")]
    return saved(frames[0], image_format, save_all=True, append_images=frames[1:])


HTML = b"<!doctype html><script>alert(document.domain)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def archive(members, *, comment=b""):
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in members.items():
            zipped.writestr(name, content)
        zipped.comment = comment
    return out.getvalue()


def pdf(change=lambda writer: None):
    """A page with a note and a photograph, of an author who says so everywhere."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    writer.add_metadata({"/Author": SECRET, "/Title": SECRET})
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream(XMP, "/Metadata"))
    photograph = stream(telling_jpeg(), "/XObject")
    photograph[NameObject("/Filter")] = NameObject("/DCTDecode")
    objects = DictionaryObject({NameObject("/Photo"): writer._add_object(photograph)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): objects})
    note = dictionary(Subtype="/Text", Contents="See page 3", T=SECRET)
    note[NameObject("/Rect")] = ArrayObject()
    page[NameObject("/Annots")] = ArrayObject([note])
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def stream(content, kind):
    made = DecodedStreamObject()
    made.set_data(content)
    made[NameObject("/Type")] = NameObject(kind)
    return made


def dictionary(**entries):
    return DictionaryObject(
        {
            NameObject(f"/{name}"): NameObject(value)
            if value.startswith("/")
            else TextStringObject(value)
            for name, value in entries.items()
        }
    )


def opens_with(action):
    return lambda writer: writer.root_object.update({NameObject("/OpenAction"): action})


def pdf_with_program():
    return pdf(opens_with(dictionary(S="/JavaScript", JS="app.alert('hello')")))


def pdf_that_launches():
    return pdf(opens_with(dictionary(S="/Launch", F="cmd.exe")))


def pdf_with_a_file_inside():
    return pdf(lambda writer: writer.add_attachment("inside.exe", b"MZ"))


def locked_pdf():
    return pdf(lambda writer: writer.encrypt("a password"))


HEARTS = {
    "docx": "word/document.xml",
    "pptx": "ppt/presentation.xml",
    "xlsx": "xl/workbook.xml",
}


def office(extension, **more):
    """As an office program writes it, in short; `more` members by name."""
    author = f'<w:ins w:author="{SECRET}" w:initials="LM"/>'
    core = f"<cp:coreProperties><dc:creator>{SECRET}</dc:creator></cp:coreProperties>"
    members = {
        "[Content_Types].xml": '<Types><Default Extension="xml"/></Types>',
        HEARTS[extension]: f"<root><p>Words</p>{author}</root>",
        "docProps/core.xml": core,
        "docProps/app.xml": f"<Properties><Company>{SECRET}</Company></Properties>",
        "docProps/custom.xml": f"<Properties><property>{SECRET}</property></Properties>",
        "docProps/thumbnail.jpeg": telling_jpeg(),
        "customXml/item1.xml": shared_with(SECRET),
        "xl/revisions/userNames.xml": f'<users><userInfo name="{SECRET}" id="-1"/></users>',
        "word/comments.xml": f'<c><w:comment w:author="{SECRET}">Why?</w:comment></c>',
        "xl/comments1.xml": f"<comments><author>{SECRET}</author></comments>",
        "ppt/commentAuthors.xml": f'<p:cmAuthor name="" initials="LM" userId="{SECRET}"/>',
        "word/media/image1.jpeg": telling_jpeg(),
    }
    return archive(members | more, comment=SECRET.encode())


SHAREPOINT = "http://schemas.microsoft.com/office/2006/metadata/properties"


def shared_with(name):
    """What SharePoint adds to a file that it keeps."""
    person = f"<UserInfo><DisplayName>{name}</DisplayName><AccountId>22</AccountId></UserInfo>"
    shared = f'<SharedWithUsers xmlns="a-list">{person}</SharedWithUsers>'
    words = f"<documentManagement>{shared}</documentManagement>"
    return f'<p:properties xmlns:p="{SHAREPOINT}">{words}</p:properties>'


def odt(**more):
    members = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:body><dc:creator>{SECRET}</dc:creator>Words</office:body>",
        "meta.xml": f"<meta:initial-creator>{SECRET}</meta:initial-creator>",
        "Thumbnails/thumbnail.png": telling_png(),
    }
    return archive(members | more)


def box(kind, content=b""):
    return struct.pack(">I", len(content) + 8) + kind + content


# What telephones, cameras in cars and players put beside a film, at its end, or within it.
BESIDE = (b"sefd", b"gps0", b"gsen", b"frea", b"thum", b"pnot", b"_htc", b"uuid", b"free", b"loci")


def mp4(kind_of_track=b"vide"):
    """No film that plays, but boxes in the order of one."""
    words = SECRET.encode()
    beside = b"".join(box(kind, words) for kind in BESIDE)
    days = struct.pack(">III", 0, 3_800_000_000, 3_800_000_001) + bytes(88)
    place = box(b"udta", box(b"\xa9xyz", b"\x00\x12\x15\xc7+36.34+043.13/") + words)
    kind = box(b"hdlr", bytes(8) + kind_of_track + b"Leic" + bytes(8) + words + b"\x00")
    track = box(b"trak", box(b"mdia", kind + box(b"minf", tables() + beside) + beside) + beside)
    film = box(b"moov", box(b"mvhd", days) + track + place + beside)
    return box(b"ftyp", b"isom" + bytes(4)) + film + beside + box(b"mdat", b"frames") + beside


def tables():
    """Who wrote the pictures and how, on which disk they were, and where they are."""
    words = SECRET.encode()
    picture = bytes(12) + b"Leic" + bytes(26) + bytes([len(words)]) + words.ljust(31, b"\x00")
    picture += b"\x00\x18\xff\xff" + box(b"avcC", b"how to read them") + box(b"name", words)
    files = box(b"url ", bytes(4) + b"file:///home/" + words)
    one = struct.pack(">II", 0, 1)
    described = box(b"stsd", one + box(b"avc1", picture))
    where = box(b"stco", one + bytes(4))
    return box(b"dinf", box(b"dref", one + files)) + box(b"stbl", described + where)


def vtt(words="The looms turn."):
    """Captions of one second; they tell nothing else."""
    return f"WEBVTT\n\n00:00.000 --> 00:01.000\n{words}\n".encode()


def element(key, content):
    return bytes.fromhex(key) + (len(content) | 1 << 56).to_bytes(8) + content


def webm(kind_of_track=b"\x01"):
    words = SECRET.encode()
    secret = element("73a4", words)
    info = element("1549a966", element("7ba9", words) + element("4d80", b"a program") + secret)
    track = element("83", kind_of_track) + element("536e", words) + element("258688", words)
    tracks = element("1654ae6b", element("ae", track + element("86", b"V_VP9")) + secret)
    beside = b"".join(element(key, words * 20) for key in ("1254c367", "1043a770", "1941a469"))
    inside = info + tracks + element("1f43b675", b"frames") + beside + element("4fff", words)
    return element("1a45dfa3", element("4282", b"webm")) + element("18538067", inside)
