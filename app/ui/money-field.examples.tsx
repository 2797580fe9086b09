import type { Examples } from "./example";
import { MoneyField } from "./money-field";

export const examples: Examples = {
  "euro first": <MoneyField name="budget" label="Budget" amount="62,5" currency="EUR" currencies={["EUR", "USD"]} hint="In millions" />,
  wrong: <MoneyField name="budget" label="Budget" currencies={["EUR"]} error="Fill in an amount" />,
};
