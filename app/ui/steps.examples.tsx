import type { Examples } from "./example";
import { Steps } from "./steps";

export const examples: Examples = {
  compiling: (
    <Steps
      steps={[
        { state: "done", label: "Gather 22 sections", time: "0.2 s" },
        { state: "failed", label: "Write the document", time: "1.4 s" },
        { state: "now", label: "Write the register" },
        { state: "waiting", label: "Open each file again" },
      ]}
    />
  ),
};
