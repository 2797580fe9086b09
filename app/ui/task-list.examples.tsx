import type { Examples } from "./example";
import { Sheet } from "./sheet";
import { StatusTag } from "./status-tag";
import { TaskList } from "./task-list";
import { Time } from "./time";

export const examples: Examples = {
  "holds up others": (
    <Sheet title="Holds up others" aside={2} flush>
      <TaskList
        primary
        tasks={[
          {
            key: "1",
            icon: "comment",
            title: "Answer two comments on 3.3 Effect",
            context: "Ruben Adriaanse asks for a second source under F15",
            href: "#1",
            status: <StatusTag state="changes-asked" />,
            due: <Time at="2022-03-14" as="relative" />,
            act: "Open",
          },
          {
            key: "2",
            icon: "matrix",
            title: "Rate the last three ports",
            context: "Hidden from you until all raters have sent theirs",
            href: "#2",
            status: <StatusTag state="blind" />,
            due: <Time at="2022-03-15" as="table" />,
            act: "Rate",
          },
        ]}
      />
    </Sheet>
  ),
};
