"""Takes one thing out of stored bodies: the smallest block that cannot do without it goes with it.

A figure goes with its alt text and caption, which may name whom the picture showed; a film on
another site only loses its poster.
"""

from wagtail.blocks import ChooserBlock, ListBlock, StreamBlock, StructBlock

# In the place of a block that is to go.
NOTHING = object()


def pruned(block, value, thing):
    """The stored value of a block without this thing; NOTHING if nothing of it is left."""
    if value is None:
        return value
    if isinstance(block, ChooserBlock):
        return NOTHING if _is_chosen(block, value, thing) else value
    if isinstance(block, StreamBlock):
        return _pruned_items(value, lambda item: block.child_blocks.get(item["type"]), thing)
    if isinstance(block, ListBlock):
        return _pruned_items(value, lambda item: block.child_block, thing)
    if isinstance(block, StructBlock):
        return _pruned_struct(block, value, thing)
    return value


def _is_chosen(block, value, thing):
    return isinstance(thing, block.model_class) and str(value) == str(thing.pk)


def _pruned_items(items, block_of, thing):
    kept = []
    for item in items:
        block = block_of(item)
        value = pruned(block, item["value"], thing) if block else item["value"]
        if value is not NOTHING:
            kept.append({**item, "value": value})
    return kept


def _pruned_struct(block, value, thing):
    kept = dict(value)
    for name, child in block.child_blocks.items():
        left = pruned(child, value.get(name), thing)
        if left is NOTHING and getattr(child, "required", True):
            return NOTHING
        kept[name] = None if left is NOTHING else left
    return {name: left for name, left in kept.items() if name in value}
