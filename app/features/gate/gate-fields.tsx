import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { HiddenFields } from "~/ui/confirm-page";
import { Notice } from "~/ui/notice";
import { TextArea } from "~/ui/text-area";
import { useCheckTitle } from "./check-line";
import type { GateLine, GateShown } from "./load-gate.server";
import { reasonField } from "./schema";

/** On the page that sends a section: what stops it, each with the way to it, and a field for the reason of each warning. */
function GateFields({ gate: { lines }, kept }: { gate: GateShown; kept: Pick<Kept, "value" | "error"> }) {
  const t = useTranslations("gate");
  const title = useCheckTitle();
  const blocked = lines.filter(({ state }) => state === "blocked");
  const warned = lines.filter(({ state }) => state === "asks-reason" || state === "reasoned");
  return (
    <>
      {blocked.length > 0 && (
        <Notice tone="danger" title={t("stopsNow", { count: blocked.length })}>
          <ul className="follows">
            {blocked.map((line) => (
              <li key={line.key}>
                <Link to={line.href}>{title(line)}</Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {warned.map((line) => (
        <ReasonField key={line.key} line={line} kept={kept} />
      ))}
    </>
  );
}

function ReasonField({ line, kept }: { line: GateLine; kept: Pick<Kept, "value" | "error"> }) {
  const t = useTranslations("gate");
  const title = useCheckTitle();
  const field = reasonField(line.key);
  return (
    <>
      <HiddenFields values={{ [field.version]: line.reason?.version ?? 0 }} />
      <TextArea
        name={field.reason}
        label={t("whyAsItIs", { warning: title(line) })}
        hint={line.reason ? t("givenBy", { name: line.reason.by }) : t("whyHint")}
        value={kept.value(field.reason, line.reason?.text)}
        error={kept.error(field.reason)}
        lang={line.reason?.language}
        rows={2}
      />
    </>
  );
}

/** What the page that sends a section gets from its gate. */
export function useGateOfMove(gate: GateShown) {
  const t = useTranslations("gate");
  const title = useCheckTitle();
  const blocked = gate.lines.filter(({ state }) => state === "blocked").length;
  return {
    names: Object.fromEntries(gate.lines.map((line) => [reasonField(line.key).reason, title(line)])),
    fields: (kept: Kept) => <GateFields gate={gate} kept={kept} />,
    stopped: blocked > 0 ? t("stopsNow", { count: blocked }) : undefined,
    tells: (check: GateLine["check"], subject: string) =>
      gate.lines.some((line) => line.check === check && line.subject === subject && line.state !== "in-order"),
  };
}
