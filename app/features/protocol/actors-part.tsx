import { useTranslations } from "use-intl";
import type { Consideration } from "~/domain/protocol/criteria";
import type { Field } from "~/domain/protocol/fields";
import type { Scale } from "~/domain/protocol/scales";
import { EmptyState } from "~/ui/empty-state";
import { Sheet } from "~/ui/sheet";
import { AnswerWords } from "./answer-words";
import { Described } from "./questions-part";
import { Told } from "./told";

interface ActorsPartProps {
  facts: readonly Field[];
  inclusion: readonly Consideration[];
  selection: readonly Consideration[];
  perspectives: readonly { id: string; title: Record<string, string> }[];
  scales: readonly Scale[];
}

/** What is recorded of every actor, and how actors and interviewees are chosen. */
export function ActorsPart({ facts, inclusion, selection, perspectives, scales }: ActorsPartProps) {
  const t = useTranslations("protocol");
  if (facts.length + inclusion.length + selection.length + perspectives.length === 0) return <EmptyState title={t("noActors")} />;
  return (
    <>
      {facts.length > 0 && (
        <Sheet title={t("actorFacts")}>
          <ul className="gap">
            {facts.map((field) => (
              <li key={field.key}>
                <b>
                  <Told of={field.label} />
                </b>
                <p className="small">
                  <AnswerWords answer={field.answer} scales={scales} />
                  {field.required && <> · {t("required")}</>}
                </p>
                {field.help && (
                  <p className="small soft">
                    <Told of={field.help} />
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Sheet>
      )}
      {inclusion.length > 0 && <Described title={t("inclusion")} items={inclusion} />}
      {selection.length > 0 && <Described title={t("selection")} items={selection} />}
      {perspectives.length > 0 && <Described title={t("perspectives")} items={perspectives} />}
    </>
  );
}
