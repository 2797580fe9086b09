import type { LocalText } from "~/domain/local-text";
import type { Standing } from "~/domain/screening/standing";
import type { StateKey } from "~/domain/states";
import { useStudyWords } from "~/platform/study-words";
import { StatusTag } from "~/ui/status-tag";

/** How a publication stands in the screening, as a state; two decisions that differ look like any other difference. */
const looks: Readonly<Record<Standing["key"], StateKey>> = {
  "to-screen": "to-screen",
  "to-retrieve": "to-retrieve",
  "to-assess": "to-assess",
  second: "second",
  conflict: "differs",
  excluded: "excluded",
  "not-retrieved": "not-retrieved",
  included: "included",
};

/** How a publication stands in the screening, with the reason why it was left out. */
export function StandingTag({ standing, reason }: { standing: Standing; reason: LocalText | string | null }) {
  const words = useStudyWords();
  return (
    <>
      <StatusTag state={looks[standing.key]} />
      {reason !== null && <span className="small soft block">{typeof reason === "string" ? reason : words(reason)}</span>}
    </>
  );
}
