import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { OnBehalfOf } from "~/ui/on-behalf-of";
import { Sheet } from "~/ui/sheet";
import { StatementNumber } from "~/ui/statement-number";
import { StatusTag } from "~/ui/status-tag";
import { Time } from "~/ui/time";
import type { SuggestionsView } from "./load-suggestions.server";

/** The suggestions for a section beside its text; nothing while there are none. */
export function SuggestionPanel({ view }: { view: SuggestionsView }) {
  const t = useTranslations("suggestions");
  const { waiting, settled } = view;
  if (waiting.length + settled.length === 0) return null;
  return (
    <Sheet title={t("heading")} id="suggestions" aside={<span className="small soft num">{t("waiting", { count: waiting.length })}</span>}>
      <Suggestions list={waiting} path={view.path} />
      {settled.length > 0 && (
        <details className="more">
          <summary>{t("settled", { count: settled.length })}</summary>
          <Suggestions list={settled} path={view.path} />
        </details>
      )}
    </Sheet>
  );
}

function Suggestions({ list, path }: { list: SuggestionsView["waiting"]; path: string }) {
  const t = useTranslations("suggestions");
  return (
    <ul className="items">
      {list.map(({ number, on, by, outside, at, reason, state }) => (
        <li key={number}>
          <p className="row wrap">
            <Link to={`${path}/suggestions/${number}`}>{t("suggestion", { number })}</Link>
            {on !== null && <StatementNumber code={on} />}
            <span className="small faint push">
              <bdi>{by}</bdi>, <Time at={at} as="date-time" />
            </span>
          </p>
          <OnBehalfOf name={outside} />
          <p className="small">{reason}</p>
          <StatusTag state={state} />
        </li>
      ))}
    </ul>
  );
}
