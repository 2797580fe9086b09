import { DateField } from "./date-field";
import type { Examples } from "./example";

export const examples: Examples = {
  filled: <DateField name="held" label="Date of the interview" value="2022-03-11" />,
  "as typed": (
    <DateField name="held" label="Date of the interview" value="31-02-2022" error="Fill in a day that exists, such as 28-02-2022" />
  ),
};
