import { DefinitionList } from "./definition-list";
import type { Examples } from "./example";

export const examples: Examples = {
  "a manifest": (
    <DefinitionList
      facts={[
        { term: "Statements", value: 52 },
        { term: "Trail up to", value: "entry 3,940" },
        { term: "Left out", value: "" },
      ]}
    />
  ),
  wide: <DefinitionList wide facts={[{ term: "Publisher", value: "Port authority" }]} />,
};
