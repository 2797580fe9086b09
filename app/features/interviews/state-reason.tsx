import { useTranslations } from "use-intl";
import { whyNotHeld } from "~/domain/interviews/not-held";
import { type InterviewState, notHeldStates } from "~/domain/moves/interview";

/** Why an interview is in its state: a reason of the list with own words, or the words alone; nothing where no reason was asked. */
export function StateReason({ state, stateReason }: { state: InterviewState; stateReason: string | null }) {
  const t = useTranslations("interviews.whyNotHeld");
  if (stateReason === null) return null;
  if (!notHeldStates.includes(state)) return <span className="soft">{stateReason}</span>;
  const { why, words } = whyNotHeld(stateReason);
  return (
    <span className="soft">
      {t(why)}
      {words !== "" && `: ${words}`}
    </span>
  );
}
