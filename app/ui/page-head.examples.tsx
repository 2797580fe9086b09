import { Button } from "./button";
import type { Examples } from "./example";
import { PageHead } from "./page-head";
import { StatusTag } from "./status-tag";

export const examples: Examples = {
  "with everything": (
    <PageHead
      title="3.3 Effect of the dues"
      crumbs={[{ label: "Sections", href: "/s" }, { label: "3.3" }]}
      meta={<StatusTag state="changes-asked" />}
      acts={<Button variant="primary">Send to review</Button>}
    />
  ),
  "a title alone": <PageHead title="My work" />,
};
