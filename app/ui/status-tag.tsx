import { useTranslations } from "use-intl";
import type { StateKey } from "~/domain/states";
import { stateLook } from "~/domain/states";
import { classNames } from "./class-names";
import { Icon } from "./icon";

/** A state as icon, word and colour, all three from the one table of states. `detail` follows the word, e.g. a count. */
export function StatusTag({ state, detail }: { state: StateKey; detail?: string | number | undefined }) {
  const t = useTranslations("states");
  const look = stateLook(state);
  const struck = "struck" in look;
  return (
    <span className={classNames("tag", look.tone !== "neutral" && look.tone)}>
      <Icon name={look.icon} />
      {struck ? <s>{t(state)}</s> : t(state)}
      {detail !== undefined && <span className="num"> {detail}</span>}
    </span>
  );
}
