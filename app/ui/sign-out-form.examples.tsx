import type { Examples } from "./example";
import { SignOutForm, UnsentWarning } from "./sign-out-form";

export const examples: Examples = {
  "nothing unsent": <SignOutForm />,
  "unsent work": <UnsentWarning count={2} leave={() => undefined} />,
};
