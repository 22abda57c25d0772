"""Pictures, documents and video, with the credit and the words that make them usable by all."""

from coalition.media.models.documents import DocumentFile
from coalition.media.models.files import unguessable_name
from coalition.media.models.pictures import Picture, Rendition
from coalition.media.models.videos import TRANSCRIPT_FEATURES, Video, VideoCaptions, video_path
from coalition.media.models.wanted_cuts import WantedCut

__all__ = [
    "TRANSCRIPT_FEATURES",
    "DocumentFile",
    "Picture",
    "Rendition",
    "Video",
    "VideoCaptions",
    "WantedCut",
    "unguessable_name",
    "video_path",
]
