import { Button } from "./button";
import { DecisionBar } from "./decision-bar";
import type { Examples } from "./example";

export const examples: Examples = {
  "a reviewer's": (
    <DecisionBar
      label="Decision"
      title="Your decision on version 17"
      acts={
        <>
          <Button>Ask for changes</Button>
          <Button variant="primary" icon="check">
            Sign off version 17
          </Button>
        </>
      }
    >
      Signing off binds your name to this text and to the 8 grounds as they are now.
    </DecisionBar>
  ),
};
