import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { DefinitionList } from "~/ui/definition-list";
import { Icon } from "~/ui/icon";
import { Time } from "~/ui/time";
import { WaitingActs } from "~/ui/waiting-acts";
import type { InterviewPage } from "./load-interview.server";
import type { Clock } from "./use-clock";

const keys = [
  ["next", "Ctrl ↓ ↑"],
  ["open", "Ctrl Enter"],
  ["jump", "G"],
  ["notAsked", "N"],
  ["mark", "T"],
  ["followUp", "F"],
  ["take", "A"],
  ["clock", "C"],
  ["help", "?"],
] as const;

/** Over the questions of a conversation: its clock, the keys, and the number that is being jumped to. */
export function ConversationBar({ page, clock, jump }: { page: InterviewPage; clock: Clock; jump: string | null }) {
  const t = useTranslations("interviews");
  const { startedAt } = clock;
  return (
    <div className="row wrap conversation">
      {startedAt ? (
        <span className="small soft">
          <Icon name="clock" /> {t.rich("clock.runs", { time: () => <Time at={startedAt} as="date-time" /> })}
        </span>
      ) : (
        <Form method="post" id="clock" onSubmit={clock.lane.onSubmit}>
          <HiddenFields values={{ intent: "start-clock", key: `${page.formKey}:clock` }} />
          <Button size="small" icon="clock">
            {t("clock.start")}
          </Button>
        </Form>
      )}
      <WaitingActs lane={clock.lane} />
      <details id="keys" className="small keys">
        <summary>{t("shortcuts.title")}</summary>
        <p className="soft">{t(page.shortcuts ? "shortcuts.intro" : "shortcuts.off")}</p>
        <DefinitionList facts={keys.map(([does, key]) => ({ term: <kbd>{key}</kbd>, value: t(`shortcuts.${does}`) }))} />
      </details>
      <span role="status" className="strong">
        {jump !== null && t("jumpTo", { number: jump === "" ? "…" : jump })}
      </span>
    </div>
  );
}
