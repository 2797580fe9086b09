import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { GroundView } from "~/platform/evidence-view.server";
import { ButtonLink } from "~/ui/button";
import { GroundChip } from "~/ui/ground-chip";
import { groundChipKinds } from "~/ui/ground-chip-kinds";
import { GroundLine } from "~/ui/ground-line";
import { PageHead } from "~/ui/page-head";
import { RichText } from "~/ui/rich-text";
import { MainAside, Sheet } from "~/ui/sheet";
import { QuestionNumber, StatementNumber } from "~/ui/statement-number";
import { StatusTag } from "~/ui/status-tag";
import type { GroundBelow, loadStatement, StatementAbove } from "./load-statement.server";

type Loaded = Awaited<ReturnType<typeof loadStatement>>;

/** One statement: its words and ground line, its grounds in full downwards, and what stands on it. */
export function StatementPage({ shown, notice }: { shown: Loaded; notice?: ReactNode }) {
  const t = useTranslations("statements");
  const { code, base, section } = shown;
  return (
    <>
      <PageHead
        title={`${t(`kinds.${shown.kind}`)} ${code}`}
        crumbs={[{ label: t("heading"), href: `${base}/statements` }, { label: code }]}
        acts={
          <>
            <ButtonLink to={`${base}/statements/graph?on=${encodeURIComponent(code)}`} icon="eye">
              {t("inGraph")}
            </ButtonLink>
            <ButtonLink to={`${base}/sections/${section.code}#${code}`} icon="section">
              {t("inSection")}
            </ButtonLink>
          </>
        }
        meta={<Facts shown={shown} />}
      />
      {notice}
      <MainAside label={t("above")} aside={<Above shown={shown} />}>
        <Wording shown={shown} />
        <Grounds grounds={shown.grounds} />
      </MainAside>
    </>
  );
}

function Facts({ shown: { base, code, section, question, unsupported, contradictionOpen } }: { shown: Loaded }) {
  const t = useTranslations("statements");
  return (
    <>
      <Link to={`${base}/sections/${section.code}`}>
        <bdi>{[section.number, section.heading].filter(Boolean).join(" ")}</bdi>
      </Link>
      {question && (
        <span className="row">
          {t("answers")} <QuestionNumber code={question.code} href={`${base}/questions/${question.code}`} />
        </span>
      )}
      {unsupported && <StatusTag state="no-ground" />}
      {contradictionOpen && <StatusTag state="contradicted" />}
      <Link to={`${base}/trail/items/statement/${code}`}>{t("history")}</Link>
    </>
  );
}

function Wording({ shown: { words, grounds, confidence, addressedTo, contradictionAnswer } }: { shown: Loaded }) {
  const t = useTranslations("statements");
  const codeOf = (linkId: string) => grounds.find((ground) => ground.linkId === linkId)?.code ?? null;
  return (
    <Sheet title={t("wording")}>
      <div className="doc">
        <RichText doc={words.document} id="words" lang={words.language} citation={codeOf} />
      </div>
      <GroundLine segments={grounds.map(({ relation }) => relation)} />
      {confidence && (
        <p className="small soft">
          {t("confidence", { level: confidence.level })} {confidence.reason}
        </p>
      )}
      {addressedTo !== "" && <p className="small soft">{t("addressedTo", { who: addressedTo })}</p>}
      {contradictionAnswer !== "" && (
        <p className="small soft">
          {t("contradictionAnswered")} <q>{contradictionAnswer}</q>
        </p>
      )}
    </Sheet>
  );
}

function Grounds({ grounds }: Pick<Loaded, "grounds">) {
  const t = useTranslations("statements");
  return (
    <Sheet title={t("below")} aside={<span className="small soft num">{grounds.length}</span>}>
      {grounds.length === 0 && <p className="soft">{t("noGrounds")}</p>}
      <ul className="stack">
        {grounds.map((ground) => (
          <li key={ground.linkId}>
            <Ground ground={ground} relation={ground.relation} note={ground.note} />
            <Below nodes={ground.below} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Ground({ ground, relation, note }: { ground: GroundView; relation?: "supports" | "contradicts" | "context"; note?: string }) {
  const t = useTranslations("statements");
  return (
    <>
      <div className="row wrap">
        <GroundChip
          kind={groundChipKinds[ground.kind]}
          code={ground.code}
          relation={relation}
          withheld={ground.withheld !== null}
          href={ground.href ?? undefined}
        />
        <span className="small soft">{ground.from}</span>
      </div>
      {ground.text && (
        <p className="quote" lang={ground.text.language}>
          {ground.quoted ? <q>{ground.text.text}</q> : ground.text.text}
        </p>
      )}
      {ground.text?.state === "behind" && <StatusTag state="behind" />}
      {ground.withheld !== null && <p className="small soft">{t("withdrawnGround")}</p>}
      {note && <p className="small soft">{note}</p>}
    </>
  );
}

function Below({ nodes }: { nodes: readonly GroundBelow[] }) {
  if (nodes.length === 0) return null;
  return (
    <ul className="below">
      {nodes.map((node) => (
        <li key={`${node.kind}/${node.id}`}>
          <Ground ground={node} />
          <Below nodes={node.below} />
        </li>
      ))}
    </ul>
  );
}

function Above({ shown: { above, repeatedIn, base } }: { shown: Loaded }) {
  const t = useTranslations("statements");
  return (
    <>
      <Sheet title={t("above")} aside={<span className="small soft num">{above.length}</span>}>
        {above.length === 0 && <p className="small soft">{t("nothingAbove")}</p>}
        <ul className="stack">
          {above.map((one) => (
            <StandingOn key={one.id} one={one} base={base} />
          ))}
        </ul>
      </Sheet>
      {repeatedIn.length > 0 && (
        <Sheet title={t("repeatedIn")}>
          <ul>
            {repeatedIn.map(({ code, heading }) => (
              <li key={code}>
                <Link to={`${base}/sections/${code}`}>{heading}</Link>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  );
}

/** A statement that stands on another, with what stands on it in turn, up to the end of the chain. */
function StandingOn({ one, base }: { one: StatementAbove; base: string }) {
  const relation = useTranslations("ui.ground");
  return (
    <li>
      <p className="row">
        <StatementNumber code={one.code} href={`${base}/statements/${one.code}`} />
        {one.relation !== "supports" && <span className="small soft">{relation(one.relation)}</span>}
      </p>
      <p className="quote" lang={one.text?.language}>
        {one.text?.text}
      </p>
      {one.above.length > 0 && (
        <ul className="below">
          {one.above.map((next) => (
            <StandingOn key={next.id} one={next} base={base} />
          ))}
        </ul>
      )}
    </li>
  );
}
