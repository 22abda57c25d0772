// Facts in the rich-text editor: a source that asks which fact, a decorator that shows its words.

const { React, DraftJS, draftail } = window;

class FactSource extends draftail.ModalWorkflowSource {
  getChooserConfig() {
    return {
      url: this.props.entityType.chooserUrls.fact,
      urlParams: {},
      onload: {
        choose: (modal) => {
          for (const button of modal.body[0].querySelectorAll("[data-fact-name]")) {
            button.addEventListener("click", () => modal.respond("chosen", button.dataset));
          }
        },
      },
      responses: { chosen: this.onChosen },
    };
  }

  onChosen({ factName, factForm, factWords }) {
    const { editorState, entityType, onComplete } = this.props;
    const content = editorState
      .getCurrentContent()
      .createEntity(entityType.type, "IMMUTABLE", { name: factName, form: factForm });
    const withFact = DraftJS.Modifier.replaceText(
      content,
      editorState.getSelection(),
      factWords,
      null,
      content.getLastCreatedEntityKey(),
    );
    this.workflow.close();
    onComplete(DraftJS.EditorState.push(editorState, withFact, "insert-characters"));
  }
}

const Fact = ({ children }) => React.createElement("mark", null, children);

draftail.registerPlugin({ type: "FACT", source: FactSource, decorator: Fact }, "entityTypes");
