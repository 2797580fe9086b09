import type { Examples } from "./example";
import { QuestionNumber, StatementNumber } from "./statement-number";

export const examples: Examples = {
  "of a statement": <StatementNumber code="F15" href="#F15" />,
  "of a question": <QuestionNumber code="2c" href="#2c" />,
  "not a link": <StatementNumber code="C2" />,
};
