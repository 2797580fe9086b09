import type { ReactNode } from "react";
import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { isEmptyDoc } from "~/domain/text/text-of-doc";
import { RichText } from "~/ui/rich-text";
import { StatementNumber } from "~/ui/statement-number";
import { StatusTag } from "~/ui/status-tag";
import { Chip, GroundsOf } from "./ground-chips";
import type { BlockView } from "./section-view.server";

interface BodyProps {
  blocks: readonly BlockView[];
  base: string;
  /** The links whose ground changed since the sign-off. */
  changed?: ReadonlySet<string>;
}

/** The text of a section as it reads: running text, and statements with what they stand on. */
export function SectionBody({ blocks, base, changed }: BodyProps) {
  return (
    <>
      {runsOf(blocks).map((run) =>
        run.statements ? (
          <ol className="stms" key={run.key}>
            {run.blocks.map((block) => (
              <StatementItem key={block.id} block={block} base={base} changed={changed} />
            ))}
          </ol>
        ) : (
          run.blocks.map((block) => <TextBlock key={block.id} block={block} />)
        ),
      )}
    </>
  );
}

interface Run {
  key: string;
  statements: boolean;
  blocks: BlockView[];
}

/** Neighbouring statements make one list. */
function runsOf(blocks: readonly BlockView[]): Run[] {
  const runs: Run[] = [];
  for (const block of blocks.filter(({ kind }) => kind !== "data")) {
    const last = runs.at(-1);
    const statements = block.statement !== null;
    if (last?.statements === statements) last.blocks.push(block);
    else runs.push({ key: block.id, statements, blocks: [block] });
  }
  return runs;
}

/** The words of a block in the language shown, with a note where that is not the one that is read. */
export function BlockWords({ block }: { block: BlockView }) {
  const t = useTranslations("sections");
  const chip = (linkId: string): ReactNode => {
    const ground = block.grounds.find((one) => one.linkId === linkId);
    return ground ? <Chip ground={ground} /> : null;
  };
  return (
    <>
      <RichText doc={block.document} id={`b-${block.id}`} lang={block.language} citation={chip} />
      {block.state === "behind" && <StatusTag state="behind" />}
      {block.state === "missing" && !isEmptyDoc(block.document) && (
        <p className="small faint untranslated">{t("notTranslated", { language: block.language.toUpperCase() })}</p>
      )}
    </>
  );
}

function TextBlock({ block }: { block: BlockView }) {
  return (
    <div className="block" id={`block-${block.id}`}>
      <BlockWords block={block} />
    </div>
  );
}

function StatementItem({ block, base, changed }: { block: BlockView; base: string; changed: ReadonlySet<string> | undefined }) {
  const t = useTranslations("sections");
  const { statement } = block;
  if (!statement) return null;
  const { code, home, unsupported } = statement;
  return (
    <li className={unsupported ? "stm bad" : "stm"} id={home ? undefined : code}>
      <StatementNumber code={code} href={`${base}/statements/${code}`} />
      <div>
        <div className="words">
          <BlockWords block={block} />
        </div>
        <GroundsOf grounds={block.grounds} unsupported={unsupported} {...(changed && { changed })} />
        <StatementNotes block={block} />
        {home && (
          <p className="small soft">
            {t("repeated")} <Link to={`${base}/sections/${home.code}#${code}`}>{home.heading}</Link>
          </p>
        )}
      </div>
    </li>
  );
}

/** What is said about a statement beside its words: confidence, and how a contradiction was dealt with. */
function StatementNotes({ block }: { block: BlockView }) {
  const t = useTranslations("sections");
  const { statement } = block;
  if (!statement) return null;
  return (
    <>
      {statement.addressee !== "" && (
        <p className="small">
          <span className="soft">{t("addressedTo")}</span> <bdi>{statement.addressee}</bdi>
        </p>
      )}
      {statement.confidence !== null && (
        <p className="small soft">
          {t("confidenceIs", { level: statement.confidence })} {statement.confidenceReason}
        </p>
      )}
      {statement.contradicted && statement.contradictionAnswer !== "" && (
        <p className="small soft">
          {t("contradictionAnswered")} <q>{statement.contradictionAnswer}</q>
        </p>
      )}
      {statement.contradictionOpen && <StatusTag state="contradicted" detail={t("contradictionOpen")} />}
    </>
  );
}
