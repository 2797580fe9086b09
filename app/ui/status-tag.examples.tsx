import { states, stateKeyIfAny } from "~/domain/states";
import type { Examples } from "./example";
import { StatusTag } from "./status-tag";

export const examples: Examples = {
  "every state": (
    <div className="chips">
      {Object.keys(states).map((word) => {
        const state = stateKeyIfAny(word);
        return state && <StatusTag key={state} state={state} />;
      })}
    </div>
  ),
  "with a count": <StatusTag state="blocks" detail={2} />,
};
