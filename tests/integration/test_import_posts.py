"""Archives become posts: all that can be kept, once, and with no word lost to a mistake."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from coalition.demo.builders import build_social_post
from coalition.demo.builders.media import plain_jpeg
from coalition.media.models import Picture
from coalition.social.exchange import apply
from coalition.social.models import SocialPost
from tests.archives import create, outbox, photo, tweet, x_archive

pytestmark = pytest.mark.django_db

JPEG = plain_jpeg((64, 40))


def import_posts(path, *options):
    said = StringIO()
    call_command("import_posts", str(path), *options, stdout=said, stderr=said)
    return said.getvalue()


def refused(path, *options):
    said = StringIO()
    with pytest.raises(CommandError) as error:
        call_command("import_posts", str(path), *options, stdout=said, stderr=said)
    return said.getvalue() + str(error.value)


def with_picture(native_id="1", **fields):
    return tweet(native_id, extended_entities={"media": [photo(**fields)]})


def test_an_archive_of_x_is_kept_and_shown(tmp_path, client):
    said = import_posts(x_archive(tmp_path, [tweet(text="In #Iraq &amp; #Syria")]))

    assert "Done: new 1, changed 0, left alone 0" in said
    post = SocialPost.objects.get()
    assert (post.network, post.native_id, post.live) == ("x", "1", True)
    assert (
        "In <bdi>#Iraq</bdi> &amp; <bdi>#Syria</bdi>" in client.get("/en/social/").content.decode()
    )


def test_an_outbox_is_kept(tmp_path):
    import_posts(outbox(tmp_path, create("<p>وزّع</p>", contentMap={"ar": "<p>وزّع</p>"})))

    post = SocialPost.objects.get()
    assert (post.network, post.native_id) == ("mastodon", "social.example/1")
    assert (post.text, post.locale.language_code) == ("وزّع", "ar")


def test_a_table_is_kept(tmp_path):
    row = {"address": "https://x.com/a/status/1", "posted_at": "2020-05-14", "text": "Hello"}
    (tmp_path / "posts.json").write_text(json.dumps([row]))

    import_posts(tmp_path / "posts.json", "--account", "@coalition")

    assert SocialPost.objects.get().account == "coalition"


def test_the_second_time_nothing_changes(tmp_path):
    media = {"1-Abc.jpg": JPEG}
    archive = x_archive(tmp_path, [with_picture(), tweet("2"), tweet("2")], media=media)
    import_posts(archive)
    revisions = [post.latest_revision_id for post in SocialPost.objects.all()]

    said = import_posts(archive)

    assert "Done: new 0, changed 0, left alone 2" in said
    assert [post.latest_revision_id for post in SocialPost.objects.all()] == revisions
    assert Picture.objects.count() == 1


def test_what_the_archive_corrects_is_corrected(tmp_path):
    import_posts(x_archive(tmp_path, [with_picture()], media={"1-Abc.jpg": JPEG}))
    picture = SocialPost.objects.get().picture

    corrected = with_picture()
    corrected["tweet"]["full_text"] = "Corrected."
    said = import_posts(x_archive(tmp_path, [corrected]))

    assert "text: Neighbours first. → Corrected." in said
    post = SocialPost.objects.get()
    assert (post.text, post.picture) == ("Corrected.", picture)


def test_what_an_editor_hid_stays_hidden(tmp_path):
    import_posts(x_archive(tmp_path, [tweet()]))
    SocialPost.objects.get().unpublish()

    said = import_posts(x_archive(tmp_path, [tweet(text="Corrected.")]))

    assert "changed by editors 1" in said
    assert not SocialPost.objects.get().live


def test_what_an_editor_pasted_is_not_doubled(tmp_path):
    build_social_post("By hand", permalink="https://twitter.com/coalition/status/1?s=20")

    said = import_posts(x_archive(tmp_path, [tweet()]))

    assert "changed by editors 1" in said
    assert SocialPost.objects.get().text == "By hand"


def test_a_translation_by_an_editor_is_not_taken_for_the_post(tmp_path):
    import_posts(x_archive(tmp_path, [tweet()]))
    english = SocialPost.objects.get()
    build_social_post(
        "Les voisins",
        language="fr",
        permalink=english.permalink,
        translation_key=english.translation_key,
    )

    import_posts(x_archive(tmp_path, [tweet(text="Corrected.")]))

    assert {post.text for post in SocialPost.objects.all()} == {"Corrected.", "Les voisins"}


def test_a_dry_run_says_it_all_and_does_nothing(tmp_path):
    import_posts(x_archive(tmp_path, [tweet("1")]))
    media = {"2-Abc.jpg": b"<script>alert(1)</script>"}
    archive = x_archive(tmp_path, [tweet("1", "Corrected."), with_picture("2")], media=media)

    said = import_posts(archive, "--dry-run")

    assert "~ Corrected. (data/tweets.js, entry 1 (line 1))" in said
    assert "picture refused: data/tweets_media/2-Abc.jpg" in said
    assert "Dry run, nothing was changed: new 1, changed 1" in said
    assert SocialPost.objects.get().text == "Neighbours first."


def test_one_wrong_entry_and_nothing_is_kept(tmp_path):
    said = refused(x_archive(tmp_path, [tweet("1"), tweet("2", created_at="soon")]))

    assert "data/tweets.js, entry 2 (line 1): “created_at” is no time: soon" in said
    assert "Nothing was changed. Errors: 1." in said
    assert not SocialPost.objects.exists()


def test_a_damaged_end_and_nothing_is_kept(tmp_path):
    archive = x_archive(tmp_path, [tweet("1"), tweet("2")])
    file = archive / "data" / "tweets.js"
    file.write_text(file.read_text()[:-20])

    assert "data/tweets.js, line 1: entry 2:" in refused(archive)
    assert not SocialPost.objects.exists()


def test_a_picture_comes_in_by_the_door_of_all_pictures(tmp_path):
    archive = x_archive(tmp_path, [with_picture(ext_alt_text="Baskets")], media={"1-Abc.jpg": JPEG})

    import_posts(archive)

    post = SocialPost.objects.get()
    assert (post.picture.width, post.picture_alt) == (64, "Baskets")
    assert post.picture.renditions.count() == 5


@pytest.mark.parametrize(
    "content", [b"<script>alert(1)</script>", b"", b"GIF89a", JPEG[:200], JPEG[: len(JPEG) // 2]]
)
def test_a_post_is_kept_without_a_picture_that_is_refused(tmp_path, content):
    archive = x_archive(tmp_path, [with_picture()], media={"1-Abc.jpg": content})

    said = import_posts(archive)

    assert "picture refused: data/tweets_media/1-Abc.jpg" in said
    assert "pictures refused 1" in said
    assert SocialPost.objects.get().picture is None
    assert not Picture.objects.exists()


def test_an_import_that_breaks_off_keeps_whole_posts_and_goes_on_later(
    tmp_path, monkeypatch, media_folder
):
    entries = [with_picture("1"), with_picture("2")]
    archive = x_archive(tmp_path, entries, media={"1-Abc.jpg": JPEG, "2-Abc.jpg": JPEG})
    with monkeypatch.context() as broken:
        kept_as = apply.kept_as
        broken.setattr(
            apply, "kept_as", lambda post: kept_as(post) if "/1" in post.address else 1 / 0
        )
        with pytest.raises(ZeroDivisionError):
            import_posts(archive)

    assert SocialPost.objects.count() == Picture.objects.count() == 1
    assert "new 1, changed 0, left alone 1" in import_posts(archive)


def test_what_is_left_out_is_counted(tmp_path):
    answers = [tweet(str(number), in_reply_to_screen_name="you") for number in (2, 3)]

    said = import_posts(x_archive(tmp_path, [tweet("1"), *answers]))

    assert "Left out, an answer to somebody else: 2" in said


@pytest.mark.parametrize(
    ("said", "kept"), [("fr", "fr"), ("ar-IQ", "ar"), ("und", "ar"), ("de", "ar")]
)
def test_a_language_that_is_none_of_ours_is_the_one_we_are_told(tmp_path, said, kept):
    import_posts(x_archive(tmp_path, [tweet(lang=said)]), "--language", "ar")

    assert SocialPost.objects.get().locale.language_code == kept


def test_told_another_language_a_post_stays_in_its_own(tmp_path):
    archive = x_archive(tmp_path, [tweet(lang="und")])
    import_posts(archive, "--language", "ar")

    assert "left alone 1" in import_posts(archive, "--language", "fr")
    assert SocialPost.objects.get().locale.language_code == "ar"


def test_scripts_are_words(tmp_path, client):
    import_posts(x_archive(tmp_path, [tweet(text="&lt;script&gt;alert(1)&lt;/script&gt;")]))

    page = client.get("/en/social/").content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page


def test_a_file_that_is_not_there_is_named(tmp_path):
    assert "none.zip: No such file or directory" in refused(tmp_path / "none.zip")
