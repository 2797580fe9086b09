import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { evidenceKinds } from "~/domain/evidence/kinds";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { GroundChip } from "~/ui/ground-chip";
import { LinkTabs } from "~/ui/link-tabs";
import { Sheet } from "~/ui/sheet";
import { StatementNumber } from "~/ui/statement-number";
import type { QuestionEvidenceShown, QuestionShown } from "./load-question.server";

interface QuestionEvidenceProps {
  question: QuestionShown;
  base: string;
  kind: string;
  mayTag: boolean;
}

/** The evidence of a question by kind: what its answer uses, and what is there and not used yet. */
export function QuestionEvidence({ question, base, kind, mayTag }: QuestionEvidenceProps) {
  const t = useTranslations("questions");
  const path = `${base}/questions/${question.code}`;
  const shown = evidenceKinds.filter((one) => question.evidence.some(({ evidenceKind }) => evidenceKind === one));
  const total = question.counts.reduce((sum, { available }) => sum + available, 0);
  const tabs = [
    { label: t("all"), href: path, count: total },
    ...question.counts.map((one) => ({ label: t(`kinds.${one.kind}`), href: `${path}?kind=${one.kind}`, count: one.available })),
  ];
  return (
    <Sheet id="evidence" title={t("evidence")} intro={t("evidenceIntro")}>
      <div className="stack">
        <LinkTabs label={t("byKind")} tabs={tabs} current={kind === "" ? path : `${path}?kind=${kind}`} />
        {shown.length === 0 && <EmptyState title={t("noEvidence")}>{t("noEvidenceHint")}</EmptyState>}
        {shown.map((one) => (
          <section key={one} className="evidence-kind stack">
            <h3>{t(`kinds.${one}`)}</h3>
            <KindList evidence={question.evidence.filter(({ evidenceKind }) => evidenceKind === one)} base={base} mayTag={mayTag} />
          </section>
        ))}
      </div>
    </Sheet>
  );
}

/** So many that are not used are shown before the rest is folded away. */
const unfolded = 6;

function KindList({ evidence, base, mayTag }: { evidence: readonly QuestionEvidenceShown[]; base: string; mayTag: boolean }) {
  const t = useTranslations("questions");
  const used = evidence.filter(({ bearing }) => bearing !== null);
  const unused = evidence.filter(({ bearing }) => bearing === null);
  const rest = unused.slice(unfolded);
  const items = (some: readonly QuestionEvidenceShown[]) =>
    some.map((one) => <EvidenceItem key={one.key} evidence={one} base={base} mayTag={mayTag} />);
  return (
    <>
      <p className="small soft">{t("usedOf", { used: used.length, available: evidence.length })}</p>
      {used.length > 0 && <ul className="feed">{items(used)}</ul>}
      {unused.length > 0 && (
        <>
          <h4>{t("notUsedYet")}</h4>
          <ul className="feed">{items(unused.slice(0, unfolded))}</ul>
        </>
      )}
      {rest.length > 0 && (
        <details className="stack">
          <summary>{t("more", { count: rest.length })}</summary>
          <ul className="feed">{items(rest)}</ul>
        </details>
      )}
    </>
  );
}

function EvidenceItem({ evidence, base, mayTag }: { evidence: QuestionEvidenceShown; base: string; mayTag: boolean }) {
  const t = useTranslations("questions");
  const { key, kind, code, origin, bearing, citedBy, byHand, text, lang, level, withheld, path } = evidence;
  return (
    <li>
      <div className="row wrap">
        <GroundChip kind={kind} code={code} origin={origin} relation={bearing ?? undefined} withheld={withheld} href={base + path} />
        {citedBy.map((statement) => (
          <StatementNumber key={statement} code={statement} href={`${base}/statements/${statement}`} />
        ))}
        {bearing && <span className="small faint">{t("used")}</span>}
        {!bearing && mayTag && !withheld && (
          <ButtonLink to={`${base}/cite?evidence=${encodeURIComponent(code)}`} size="small" variant="quiet" icon="link" about={code}>
            {t("cite")}
          </ButtonLink>
        )}
        {byHand && mayTag && (
          <Form method="post" className="push">
            <input type="hidden" name="intent" value="untag" />
            <Button size="small" variant="quiet" name="evidence" value={key} about={code}>
              {t("untag")}
            </Button>
          </Form>
        )}
      </div>
      {level && <p className="strong">{level}</p>}
      {text && (
        <p className="quote" lang={lang}>
          {text}
        </p>
      )}
    </li>
  );
}
