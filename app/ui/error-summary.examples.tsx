import { ErrorSummary } from "./error-summary";
import type { Examples } from "./example";

export const examples: Examples = {
  "two things": (
    <ErrorSummary
      title="This record cannot be sent yet"
      errors={[
        { field: "reason", message: "Choose why question 13 was not asked" },
        { message: "Fill in questions 17 to 24, or mark them as not asked" },
      ]}
    />
  ),
  nothing: <ErrorSummary errors={[]} />,
};
