import type { ReactNode } from "react";
import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { isEmptyDoc } from "~/domain/text/text-of-doc";
import { classNames } from "~/ui/class-names";
import { Difference } from "~/ui/difference";
import { CommentOn } from "~/ui/passages";
import { RichText } from "~/ui/rich-text";
import { StatementNumber } from "~/ui/statement-number";
import { StatusTag } from "~/ui/status-tag";
import { Chip, GroundsOf } from "./ground-chips";
import { DataBlocks } from "./data-blocks";
import { OnBlock } from "./live-section";
import { useTextMarks } from "./text-marks";
import type { BlockView } from "./section-view.server";

interface BodyProps {
  blocks: readonly BlockView[];
  base: string;
  /** The links whose ground changed since the sign-off. */
  changed?: ReadonlySet<string>;
  /** The words before and after of the blocks that are shown with what changed in them. */
  words?: ReadonlyMap<string, { before: string; after: string }> | undefined;
  /** The statement that is being looked at. */
  current?: string | null;
}

/** The text of a section as it reads: running text, and statements with what they stand on. */
export function SectionBody({ blocks, base, ...shown }: BodyProps) {
  return (
    <>
      {runsOf(blocks).map((run) =>
        run.statements ? (
          <ol className="stms" key={run.key}>
            {run.blocks.map((block) => (
              <StatementItem key={block.id} block={block} base={base} {...shown} />
            ))}
          </ol>
        ) : (
          run.blocks.map((block) => <TextBlock key={block.id} block={block} words={shown.words} />)
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
  for (const block of blocks) {
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
  const marks = useTextMarks(block.names, block.language);
  const chip = (linkId: string): ReactNode => {
    const ground = block.grounds.find((one) => one.linkId === linkId);
    return ground ? <Chip ground={ground} /> : null;
  };
  return (
    <>
      <RichText doc={block.document} id={`b-${block.id}`} lang={block.language} citation={chip} {...marks} />
      {!block.statement?.home && <CommentOn id={block.id} />}
      {block.state === "behind" && <StatusTag state="behind" />}
      {block.state === "missing" && !isEmptyDoc(block.document) && (
        <p className="small faint untranslated">{t("notTranslated", { language: block.language.toUpperCase() })}</p>
      )}
    </>
  );
}

/** The words of a block, or where they are asked for with it, what changed in them. */
function Words({ block, words }: { block: BlockView; words: BodyProps["words"] }) {
  const change = words?.get(block.id);
  return change ? <Difference {...change} lang={block.language} /> : <BlockWords block={block} />;
}

function TextBlock({ block, words }: { block: BlockView; words: BodyProps["words"] }) {
  return (
    <div className="block" id={`block-${block.id}`} data-block={block.id}>
      <OnBlock id={block.id} />
      {block.data ? <DataBlocks {...block.data} /> : <Words block={block} words={words} />}
    </div>
  );
}

function StatementItem({ block, base, changed, words, current }: Omit<BodyProps, "blocks"> & { block: BlockView }) {
  const t = useTranslations("sections");
  const { statement } = block;
  if (!statement) return null;
  const { code, home, unsupported } = statement;
  return (
    <li className={classNames("stm", unsupported && "bad", current === code && "cur")} id={home ? undefined : code} data-block={block.id}>
      <StatementNumber code={code} href={`${base}/statements/${code}`} />
      <div>
        <OnBlock id={block.id} />
        <div className="words">
          <Words block={block} words={words} />
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
