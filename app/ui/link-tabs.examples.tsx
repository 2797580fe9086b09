import type { Examples } from "./example";
import { LinkTabs } from "./link-tabs";

export const examples: Examples = {
  "parts of a protocol": (
    <LinkTabs
      label="Parts of the protocol"
      current="?part=guide"
      tabs={[
        { label: "Questions", href: "?part=questions", count: 12 },
        { label: "Guide", href: "?part=guide", count: 24 },
        { label: "Criteria", href: "?part=criteria" },
        { label: "Outline", href: "?part=outline" },
      ]}
    />
  ),
};
