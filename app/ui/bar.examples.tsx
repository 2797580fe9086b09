import { Bar } from "./bar";
import type { Examples } from "./example";

export const examples: Examples = {
  half: <Bar done={11} total={22} />,
  "of nothing": <Bar done={0} total={0} />,
};
