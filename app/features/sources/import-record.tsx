import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { StateKey } from "~/domain/states";
import { Icon } from "~/ui/icon";
import { SelectField } from "~/ui/select-field";
import { StatusTag } from "~/ui/status-tag";
import { RecordMeanwhile } from "./import-meanwhile";
import type { ImportMeanwhile } from "./import-meanwhile.server";
import type { ShownRecord } from "./import-queries.server";
import { decisionText } from "./import-schema";

/** The look of what a record turns out to be in the table of states. */
const outcomeState = {
  new: "new-work",
  same: "same-work",
  close: "close-work",
  double: "double-record",
  unreadable: "unreadable",
} as const satisfies Record<ShownRecord["outcome"], StateKey>;

interface RecordCardProps {
  record: ShownRecord;
  base: string;
  decide: boolean;
  /** What was chosen for it in a form that was not kept. */
  chosen: string | undefined;
  meanwhile: ImportMeanwhile | undefined;
}

/** A record of a file: what it turns out to be, what is amiss in it, beside what it is or may be, and what to do with it. */
export function RecordCard({ record, base, decide, chosen, meanwhile }: RecordCardProps) {
  const t = useTranslations("imports");
  const { place, line, outcome, work, problems, code } = record;
  const held = meanwhile?.decisions.find((one) => one.place === place);
  const nameOf = useDecisionName(record);
  return (
    <li className="ref-record" id={`record-${place}`}>
      <div className="row wrap">
        <span className="num strong">{place}</span>
        <StatusTag state={outcomeState[outcome]} />
        <span className="small soft num">{t("atLine", { line })}</span>
        {code !== null && <Link to={`${base}/sources/${code}`}>{t("becameSource", { code })}</Link>}
      </div>
      {work === null ? <p className="soft">{t("noWork")}</p> : <Compared record={record} base={base} />}
      {problems.length > 0 && <RecordProblems problems={problems} />}
      {held && <RecordMeanwhile held={held} by={meanwhile?.by ?? null} open={decide} nameOf={nameOf} />}
      {decide && record.decisions.length > 1 ? (
        <DecisionField record={record} chosen={chosen} nameOf={nameOf} />
      ) : (
        <p className="small soft">{t(`decisions.${record.decision ?? "open"}`)}</p>
      )}
    </li>
  );
}

/** The facts of a record, and of the work that it is or may be in a second column. */
function Compared({ record, base }: { record: ShownRecord; base: string }) {
  const t = useTranslations("imports");
  const { work, like, place } = record;
  if (work === null) return null;
  if (like === null) {
    const facts = [work.authors, work.issued, work.container, work.doi && `doi ${work.doi}`].filter(Boolean);
    return (
      <>
        <p className="serif">
          <bdi>{work.title}</bdi>
        </p>
        <p className="small soft">
          <bdi>{facts.join(" · ")}</bdi>
        </p>
      </>
    );
  }
  const rows = (["title", "authors", "issued", "container", "doi"] as const).filter((field) => work[field] || like[field]);
  return (
    <div className="scroll" role="region" tabIndex={0} aria-label={t("beside", { place })}>
      <table className="t beside">
        <caption className="vh">{t("beside", { place })}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t("inFile")}</th>
            <th scope="col">
              {like.code === null ? t("earlier", { place: like.place ?? 0 }) : <Link to={`${base}/sources/${like.code}`}>{like.code}</Link>}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((field) => (
            <tr key={field}>
              <th scope="row">{t(`facts.${field}`)}</th>
              <td>
                <bdi>{work[field]}</bdi>
              </td>
              <td className={work[field] === like[field] ? "soft" : undefined}>
                <bdi>{work[field] === like[field] ? t("equal") : like[field] || t("empty")}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RecordProblems({ problems }: Pick<ShownRecord, "problems">) {
  const t = useTranslations("imports");
  return (
    <ul className="plain small">
      {problems.map(({ key, line = 0, field = "", text = "" }, at) => (
        <li key={at} className="row top">
          <Icon name="triangle" />
          <span>{t(`problems.${key}`, { line, field, text })}</span>
        </li>
      ))}
    </ul>
  );
}

type NameOf = (decision: ShownRecord["decision"]) => string;

/** Says a decision on a record, with what it is the same as. */
function useDecisionName({ like }: ShownRecord): NameOf {
  const t = useTranslations("imports");
  const what = like?.code ?? t("earlier", { place: like?.place ?? 0 });
  return (decision) => (decision === null ? t("decisions.open") : t(`decide.${decision}`, { what }));
}

function DecisionField({ record, chosen, nameOf }: { record: ShownRecord; chosen: string | undefined; nameOf: NameOf }) {
  const t = useTranslations("imports");
  const { place, decision, decisions } = record;
  const now = decisionText({ place, decision });
  // Undecided can be chosen while it is so, or was when a form that was not kept was read.
  const open = decision === null || chosen === decisionText({ place, decision: null });
  return (
    <>
      <input type="hidden" name="was" value={now} />
      <SelectField
        id={`f-decision-${place}`}
        name="decision"
        label={t("decisionOf", { place })}
        options={[...(open ? [null] : []), ...decisions].map((one) => ({
          value: decisionText({ place, decision: one }),
          label: nameOf(one),
        }))}
        value={chosen ?? now}
      />
    </>
  );
}
