import type { Examples } from "./example";
import { Icon } from "./icon";

export const examples: Examples = {
  "beside a word": (
    <span>
      <Icon name="lock" /> Team only
    </span>
  ),
  alone: <Icon name="triangle" label="differs" />,
};
