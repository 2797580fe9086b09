import type { Examples } from "./example";
import { StatusLine } from "./status-line";

export const examples: Examples = {
  saved: <StatusLine told={{ id: "1", changed: true, text: "You changed source B12." }} />,
  "several at once": (
    <StatusLine told={{ id: "2", changed: true, text: "You assigned section S09. You set when section S09 is due. And 4 more changes." }} />
  ),
  "as it was": <StatusLine told={{ id: "3", changed: false, text: "What you saved was there already." }} />,
};
