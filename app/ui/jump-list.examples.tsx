import type { Examples } from "./example";
import { JumpList } from "./jump-list";

export const examples: Examples = {
  "a guide": (
    <JumpList
      label="Questions of the guide"
      done={15}
      total={24}
      parts={[
        { heading: "Part 1, the port", items: [], folded: { label: "Questions 1 to 7, all answered", href: "#q1" } },
        {
          heading: "Part 2, the dues",
          items: [
            { number: "8", title: "Who sets them", href: "#q8", state: "answered", current: true },
            { number: "9", title: "Evaluations available", href: "#q9", state: "error" },
            { number: "10", title: "Other ports", href: "#q10", state: "not-asked" },
            { number: "11", title: "Change since 2015", href: "#q11", state: "no-answer" },
            { number: "12", title: "Plans", href: "#q12", state: "open" },
          ],
        },
      ]}
    />
  ),
};
