import { Avatar } from "./avatar";
import type { Examples } from "./example";

export const examples: Examples = {
  "two words": <Avatar name="Iris van der Bakker" />,
  "one word": <Avatar name="Ada" />,
};
