import type { Examples } from "./example";
import { Time } from "./time";

export const examples: Examples = {
  today: <Time at={new Date("2022-03-14T08:42:17Z")} as="relative" />,
  yesterday: <Time at="2022-03-13" as="relative" />,
  "in a table": <Time at="2022-03-16" as="table" />,
  "in a table, another year": <Time at="2021-12-01" as="table" />,
  "with seconds": <Time at={new Date("2022-03-14T08:42:17Z")} as="seconds" />,
  long: <Time at="2022-03-14" />,
};
