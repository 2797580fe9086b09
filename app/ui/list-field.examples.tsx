import type { Examples } from "./example";
import { ListField } from "./list-field";

export const examples: Examples = {
  "two filled": <ListField name="ports" label="Ports named" values={["Veere", "Urk"]} />,
  "wrong, names of their own": (
    <ListField name="ports" label="Ports named" lineName={(line) => `ports.${line}@nl`} lang="nl" error="Name one port at least" />
  ),
  "read only": <ListField name="ports" label="Ports named" values={["Veere"]} readOnly />,
};
