import type { Examples } from "./example";
import { Notice } from "./notice";

export const examples: Examples = {
  "kept work": (
    <Notice tone="base" title="Unsent work is kept on this device." live>
      <p>
        Interview 5, question 12. <a href="#compare">Compare and send it</a>
      </p>
    </Notice>
  ),
  overtaken: <Notice tone="stale" title="You signed off version 15 on 8 March. Since then two things changed." />,
  blocks: <Notice tone="danger">Entry 4,752 does not follow the one before it.</Notice>,
  "in order": <Notice tone="ok">The protocol is frozen.</Notice>,
  plain: <Notice>A draft stays inside the team.</Notice>,
};
