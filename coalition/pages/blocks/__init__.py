"""What is a story's body built of?"""

from coalition.pages.blocks.body import StandardBody, StoryBody

__all__ = ["StandardBody", "StoryBody"]
