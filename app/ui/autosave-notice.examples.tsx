import { createRef } from "react";
import { AutosaveNotice } from "./autosave-notice";
import type { Examples } from "./example";
import type { SaveStatus } from "./saved-indicator";
import type { Autosave } from "./use-autosave";

const nothing = () => undefined;

function autosave(status: SaveStatus, draft?: Autosave["draft"]): Autosave {
  return {
    status,
    draft,
    again: nothing,
    form: { ref: createRef(), onBlur: nothing, onChange: nothing, onInput: nothing, onSubmit: nothing },
  };
}

export const examples: Examples = {
  "all is well": <AutosaveNotice autosave={autosave({ state: "idle" })} />,
  "no connection": <AutosaveNotice autosave={autosave({ state: "kept" })} />,
  "session over": <AutosaveNotice autosave={autosave({ state: "signed-out" })} />,
  overtaken: <AutosaveNotice autosave={autosave({ state: "conflict" })} />,
  "work of an earlier visit": (
    <AutosaveNotice autosave={autosave({ state: "idle" }, { at: new Date("2022-03-11T17:04:00Z"), restore: nothing, discard: nothing })} />
  ),
};
