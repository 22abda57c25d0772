// Draft.js lets people type into an immutable entity and split it. Words that somebody changed
// quote no fact any more: this plugin takes the entity from them.
{
  const FACT = "FACT";
  const { DraftJS, draftail } = window;

  const withoutFact = (content, block, start, end) => {
    const words = DraftJS.SelectionState.createEmpty(block.getKey());
    const range = words.merge({ anchorOffset: start, focusOffset: end });
    return DraftJS.Modifier.applyEntity(content, range, null);
  };

  const onChange = (editorState) => {
    const before = editorState.getCurrentContent();
    let content = before;
    const isFact = (character) =>
      character.getEntity() !== null && before.getEntity(character.getEntity()).getType() === FACT;
    for (const block of before.getBlocksAsArray()) {
      block.findEntityRanges(isFact, (start, end) => {
        const { words } = before.getEntity(block.getEntityAt(start)).getData();
        if (words !== block.getText().slice(start, end)) {
          content = withoutFact(content, block, start, end);
        }
      });
    }
    return content === before
      ? editorState
      : DraftJS.EditorState.set(editorState, { currentContent: content });
  };

  draftail.registerPlugin({ type: FACT, onChange }, "plugins");
}
