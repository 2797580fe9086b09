import { Button } from "./button";
import { Comment } from "./comment";
import type { Examples } from "./example";

export const examples: Examples = {
  open: (
    <Comment
      by="Ruben Adriaanse"
      at={new Date("2022-03-11T15:20:00Z")}
      passage="small ports"
      text="One interview for, one against. Is there a second origin?"
      acts={<Button size="small">Answer</Button>}
    />
  ),
  done: <Comment by="Lena Hofman" at={new Date("2022-03-14T08:20:00Z")} text="Dealt with." done />,
};
