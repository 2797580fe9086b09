import type { Examples } from "./example";
import { TextField } from "./text-field";

export const examples: Examples = {
  empty: <TextField name="title" label="Title" />,
  "filled, with a hint": <TextField name="title" label="Title" value="Dues of 2020" hint="As on the cover" />,
  wrong: (
    <TextField name="email" type="email" label="Mail address" value="iris@" error="Fill in a mail address, such as name@example.org" />
  ),
  optional: <TextField name="note" label="Note" optional />,
  "read only": <TextField name="code" label="Code" value="S09" readOnly />,
};
