// Facts in the rich-text editor: a source that asks which fact, and an entity that shows its words.
{
  const { DraftJS, React, draftail, wagtail, wagtailConfig } = window;

  class FactSource extends draftail.ModalWorkflowSource {
    getChooserConfig() {
      return {
        url: this.props.entityType.chooserUrls.fact,
        urlParams: { language: wagtailConfig.ACTIVE_CONTENT_LOCALE || "" },
        onload: {
          choose: (modal) => {
            for (const button of modal.body[0].querySelectorAll("button[data-words]")) {
              const fact = { ...button.dataset };
              button.addEventListener("click", () => modal.respond("chosen", fact));
            }
          },
        },
        responses: { chosen: this.onChosen },
      };
    }

    onChosen(fact) {
      const { editorState, entityType, onComplete } = this.props;
      const before = editorState.getCurrentContent();
      const content = before.createEntity(entityType.type, "IMMUTABLE", fact);
      const withFact = DraftJS.Modifier.replaceText(
        content,
        editorState.getSelection(),
        fact.words,
        editorState.getCurrentInlineStyle(),
        content.getLastCreatedEntityKey(),
      );
      this.workflow.close();
      onComplete(DraftJS.EditorState.push(editorState, withFact, "insert-characters"));
    }

    // Closed without a choice: as `onComplete` does, give the editor its focus back.
    onClose(event) {
      event.preventDefault();
      this.props.onComplete();
    }
  }

  const Fact = ({ children, contentState, entityKey, getEditorState, onEdit, setEditorState }) => {
    // Draftail would leave the words behind, as a typed number.
    const removeWithWords = () => {
      const state = getEditorState();
      const words = draftail.DraftUtils.getEntitySelection(state, entityKey);
      const content = DraftJS.Modifier.removeRange(state.getCurrentContent(), words, "backward");
      setEditorState(DraftJS.EditorState.push(state, content, "remove-range"));
    };
    const tooltip = {
      entityKey,
      onEdit,
      onRemove: removeWithWords,
      icon: React.createElement(wagtail.components.Icon, { name: "order" }),
      label: contentState.getEntity(entityKey).getData().label,
    };
    const words = React.createElement("mark", null, children);
    return React.createElement(draftail.TooltipEntity, tooltip, words);
  };

  draftail.registerPlugin({ type: "FACT", source: FactSource, decorator: Fact }, "entityTypes");
}
