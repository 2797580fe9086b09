import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Meter } from "~/ui/meter";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import type { loadOverview } from "./queries.server";

type Overview = Awaited<ReturnType<typeof loadOverview>>;

/** How the sections of each chapter stand. */
export function ChapterSheet({ chapters, base }: Pick<Overview, "chapters"> & { base: string }) {
  const t = useTranslations("overview");
  return (
    <Sheet title={t("sections")} aside={<Link to={`${base}/sections`}>{t("outline")}</Link>}>
      <ul className="feed">
        {chapters.map(({ code, number, annex, heading, statuses }) => (
          <li key={code} className="row wrap">
            <Link to={`${base}/sections/${code}`}>
              {annex && number !== null ? t("annex", { number, heading }) : [number, heading].filter(Boolean).join(" ")}
            </Link>
            <span className="chips push">
              {statuses.map(({ status, count }) => (
                <StatusTag key={status} state={status} detail={count} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** How far the fieldwork and the document are; of rounds only how many raters have sent. */
export function FieldworkSheet({ fieldwork }: Pick<Overview, "fieldwork">) {
  const t = useTranslations("overview");
  return (
    <Sheet title={t("fieldwork")}>
      {fieldwork.length === 0 ? (
        <p className="soft">{t("noFieldwork")}</p>
      ) : (
        <Meter measures={fieldwork.map(({ key, done, total }) => ({ label: t(`measures.${key}`), done, total }))} />
      )}
    </Sheet>
  );
}

/** What waits for the lead, each with the page where it is decided. */
export function DecisionSheet({ decisions, base }: Pick<Overview, "decisions"> & { base: string }) {
  const t = useTranslations("overview");
  const { frozen, unassigned, differing, withoutGround, statements, stale } = decisions;
  const open: ReactNode[] = [
    !frozen && <Decision key="freeze" href={`${base}/protocol`} text={t("decisions.freeze")} why={t("decisions.freezeWhy")} />,
    unassigned > 0 && (
      <Decision
        key="assign"
        href={`${base}/sections`}
        text={t("decisions.unassigned", { count: unassigned })}
        why={t("decisions.unassignedWhy")}
      />
    ),
    ...differing.map(({ number, title, differing: count }) => (
      <Decision
        key={`round ${number}`}
        href={`${base}/actors/reconcile?round=${number}`}
        text={t("decisions.differing", { count, number })}
        why={title}
      />
    )),
    withoutGround > 0 && (
      <Decision
        key="ground"
        href={`${base}/statements?ground=none`}
        text={t("decisions.withoutGround", { count: withoutGround })}
        why={t("decisions.ofStatements", { count: statements })}
      />
    ),
    ...stale.map(({ code, number, heading }) => (
      <Decision key={code} href={`${base}/sections/${code}`} text={t("decisions.stale", { number })} why={heading} />
    )),
  ].filter(Boolean);
  return (
    <Sheet title={t("decisions.title")}>
      {open.length === 0 ? <p className="soft">{t("decisions.none")}</p> : <ul className="feed">{open}</ul>}
    </Sheet>
  );
}

function Decision({ href, text, why }: { href: string; text: string; why: string }) {
  return (
    <li>
      <p>
        <Link to={href}>{text}</Link>
      </p>
      <p className="faint small">{why}</p>
    </li>
  );
}
