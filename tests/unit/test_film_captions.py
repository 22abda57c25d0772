"""What the demo's films say."""

from coalition.demo.films import web_vtt


def test_captions_follow_each_other_without_a_gap():
    words = web_vtt(["The Middle East.", "Then Europe."], seconds=40)

    assert words.splitlines() == [
        "WEBVTT",
        "",
        "00:00.000 --> 00:40.000",
        "The Middle East.",
        "",
        "00:40.000 --> 01:20.000",
        "Then Europe.",
    ]
