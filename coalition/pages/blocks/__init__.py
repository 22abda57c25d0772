"""What is a story's body built of?"""

from coalition.pages.blocks.body import StoryBody

__all__ = ["StoryBody"]
