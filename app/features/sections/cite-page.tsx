import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { LeftOut } from "~/ui/evidence-hit";
import { GroundChip } from "~/ui/ground-chip";
import { Icon } from "~/ui/icon";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import { StatementNumber } from "~/ui/statement-number";
import { takesFocus, useTakesFocus } from "~/ui/takes-focus";
import { useTimeText } from "~/ui/time";
import type { CiteRefused } from "./cite-evidence.server";
import { groundChipKinds } from "~/ui/ground-chip-kinds";
import type { CiteLoaded, CitingStatement } from "./load-cite.server";

interface CitePageProps {
  loaded: CiteLoaded;
  refused: CiteRefused | undefined;
}

/** From evidence to the statements that can stand on it: one button per kind of link. */
export function CitePage({ loaded: { evidence, problem, citableFrom, sections, base }, refused }: CitePageProps) {
  const t = useTranslations("sections.citeAnswer");
  const why = useWhy();
  const title = t("title", { code: evidence.code });
  const [home = ""] = evidence.code.split(":");
  const [href = base] = evidence.href?.split("#") ?? [];
  return (
    <>
      <PageHead title={title} crumbs={[{ label: home, href }, { label: title }]} lede={t("lede")} />
      <div className="gap">
        <Sheet title={t("answer")}>
          <p className="row wrap">
            <GroundChip kind={groundChipKinds[evidence.kind]} code={evidence.code} href={evidence.href ?? undefined} />
            <span className="small soft from">{evidence.from}</span>
          </p>
          {evidence.leftOut && <LeftOut />}
          {evidence.text && (
            <p className="quote keep-lines" lang={evidence.text.language}>
              {evidence.text.text}
            </p>
          )}
        </Sheet>
        {problem !== null && <Notice title={why(problem, { code: evidence.code, from: citableFrom })}>{t("notCitable")}</Notice>}
        {problem === null && sections.length === 0 && (
          <Sheet title={t("statements")}>
            <EmptyState title={t("none")} act={<Link to={`${base}/sections`}>{t("toSections")}</Link>}>
              {t("noneWhy")}
            </EmptyState>
          </Sheet>
        )}
        {problem === null &&
          sections.map(({ code, heading, statements }) => (
            <Sheet key={code} title={heading} flush>
              <ul className="ress">
                {statements.map((statement) => (
                  <Choice key={statement.id} statement={statement} refused={refused?.blockId === statement.blockId ? refused : undefined} />
                ))}
              </ul>
            </Sheet>
          ))}
      </div>
    </>
  );
}

function Choice({ statement, refused }: { statement: CitingStatement; refused: CiteRefused | undefined }) {
  const t = useTranslations("sections");
  const relation = useTranslations("sections.relations");
  const why = useWhy();
  const reason = refused?.message as "choose" | undefined; // a refusal of a link is one of the words of that list
  return (
    <li className="res">
      <p className="row wrap">
        <StatementNumber code={statement.code} href={statement.href ?? undefined} />
      </p>
      <p className="quote" lang={statement.text?.language}>
        {statement.text?.text}
      </p>
      {reason && refused && <Refused answer={refused}>{why(reason, refused)}</Refused>}
      {statement.linkedHere === null ? (
        <Form method="post" className="rel">
          <input type="hidden" name="blockId" value={statement.blockId} />
          {statement.allowed.map((kind) => (
            <Button
              key={kind}
              name="kind"
              value={kind}
              size="small"
              variant={kind === "supports" ? "plain" : "quiet"}
              about={statement.code}
            >
              {t(`cite.${kind}`)}
            </Button>
          ))}
        </Form>
      ) : (
        <span className="small row soft">
          <Icon name="check" />
          {t("citedHere", { relation: relation(statement.linkedHere) })}
        </span>
      )}
    </li>
  );
}

/** Why something can't be cited, in words; `from` is the day on which it can. */
/** Why the statement can't be linked, at the statement itself: a page of many has no other place that leads to it. */
function Refused({ answer, children }: { answer: CiteRefused; children: string }) {
  const words = useTakesFocus<HTMLParagraphElement>(answer);
  return (
    <p className="err" role="alert" {...takesFocus} ref={words}>
      {children}
    </p>
  );
}

function useWhy() {
  const t = useTranslations("sections.refusals");
  const time = useTimeText();
  return (message: Parameters<typeof t>[0], { code, from }: { code: string; from: string | null }) =>
    t(t.has(message) ? message : "choose", { code, from: from === null ? "" : time(from, "long") });
}
