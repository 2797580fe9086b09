import type { Examples } from "./example";
import { OvertakenScreen } from "./overtaken-screen";

export const examples: Examples = {
  "a member": (
    <OvertakenScreen
      what="Iris Bakker"
      overtaken={{
        version: 4,
        baseVersion: 3,
        at: new Date("2022-03-14T09:11:00Z"),
        by: "Tom Okafor",
        me: "Hanna Vos",
        base: { role: ["researcher"], endsOn: ["2022-06-01"], note: [""], tags: ["a"] },
        theirs: { role: ["reviewer"], endsOn: ["2022-09-01"], note: ["Half days"], tags: ["a", "b"] },
        mine: { intent: ["change"], version: ["3"], role: ["lead"], endsOn: ["2022-07-01"], note: [""], tags: ["a", "c"], sees: ["yes"] },
      }}
      fields={[
        {
          name: "role",
          label: "Role",
          kind: "choice",
          options: [
            { value: "researcher", label: "Researcher" },
            { value: "reviewer", label: "Reviewer" },
            { value: "lead", label: "Lead researcher" },
          ],
        },
        { name: "endsOn", label: "Until", kind: "date" },
        { name: "note", label: "Note", kind: "lines" },
        {
          name: "tags",
          label: "Parts",
          kind: "list",
          options: [
            { value: "a", label: "Fieldwork" },
            { value: "b", label: "Writing" },
            { value: "c", label: "Review" },
          ],
        },
        { name: "sees", label: "Sees names", kind: "tick" },
      ]}
    />
  ),
};
