import { ButtonLink } from "./button";
import { EmptyState } from "./empty-state";
import type { Examples } from "./example";

export const examples: Examples = {
  "with a way to begin": (
    <EmptyState
      title="No sources yet."
      act={
        <ButtonLink to="/new" icon="plus">
          Add a source
        </ButtonLink>
      }
    >
      Add one, or import a list of references.
    </EmptyState>
  ),
  "nothing waits": <EmptyState title="Nothing waits for you." />,
};
