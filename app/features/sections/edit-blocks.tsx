import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { ButtonLink } from "~/ui/button";
import type { SaveStatus } from "~/ui/saved-indicator";
import { StatementNumber } from "~/ui/statement-number";
import { BlockActs, BlockForm, citeOf } from "./block-form";
import { Chip, GroundsOf } from "./ground-chips";
import { DataBlocks } from "./data-blocks";
import { LinkForms } from "./link-forms";
import { OnBlock } from "./live-section";
import type { TellWords } from "./live-words";
import type { loadEdit } from "./load-edit.server";
import { BlockWords } from "./section-body";
import { useInsertables } from "./use-insertables";
import type { BlockView } from "./section-view.server";

type Loaded = Awaited<ReturnType<typeof loadEdit>>;

interface EditBlocksProps {
  loaded: Pick<Loaded, "blocks" | "head" | "options" | "panel">;
  onStatus: (status: SaveStatus) => void;
  onWords: TellWords;
}

/** The blocks of a section, each to be written in a form of its own, with what it stands on below it. */
export function EditBlocks({ loaded, onStatus, onWords }: EditBlocksProps) {
  const { blocks, head, options, panel } = loaded;
  const insertables = useInsertables(head.path);
  return (
    <ol className="stms">
      {blocks.map((block) => (
        <li key={block.id} id={`block-${block.id}`} data-block={block.id} className={classOf(block, panel?.blockId === block.id)}>
          {block.statement ? <StatementNumber code={block.statement.code} /> : <span aria-hidden="true" />}
          <div>
            <OnBlock id={block.id} />
            {block.data ? (
              <Placed block={block} data={block.data} />
            ) : block.statement?.home ? (
              <Repeat block={block} base={head.base} />
            ) : (
              <>
                <BlockForm
                  block={block}
                  path={head.path}
                  onStatus={onStatus}
                  confidence={options.confidence}
                  insertables={insertables}
                  onWords={onWords}
                >
                  <Grounds block={block} path={head.path} />
                </BlockForm>
                <LinkForms grounds={block.grounds} />
              </>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function classOf(block: BlockView, current: boolean): string {
  return ["stm", current && "cur", block.statement?.unsupported && block.statement.home === null && "bad"].filter(Boolean).join(" ");
}

function Grounds({ block, path }: { block: BlockView; path: string }) {
  const t = useTranslations("sections");
  const find = (
    <ButtonLink
      to={`${path}/edit?cite=${encodeURIComponent(citeOf(block))}#evidence`}
      size="small"
      variant="quiet"
      icon="plus"
      about={block.statement?.code ?? t("text")}
    >
      {t("findEvidence")}
    </ButtonLink>
  );
  if (!block.statement) {
    return (
      <div className="chips">
        {block.grounds.map((ground) => (
          <Chip key={ground.linkId} ground={ground} />
        ))}
        {find}
      </div>
    );
  }
  return (
    <GroundsOf grounds={block.grounds} unsupported={block.statement.unsupported}>
      {find}
    </GroundsOf>
  );
}

/** A statement that is only shown again here: written in its own section. */
function Repeat({ block, base }: { block: BlockView; base: string }) {
  const t = useTranslations("sections");
  const home = block.statement?.home;
  return (
    <>
      <div className="words">
        <BlockWords block={block} />
      </div>
      {home && (
        <p className="small soft">
          {t("repeated")} <Link to={`${base}/sections/${home.code}`}>{home.heading}</Link>
        </p>
      )}
      <Unwritten block={block} about={block.statement?.code ?? ""} />
    </>
  );
}

/** A table or picture from the records, which is nothing to write: it stays as they are. */
function Placed({ block, data }: { block: BlockView; data: NonNullable<BlockView["data"]> }) {
  const t = useTranslations("sections");
  return (
    <>
      {data.tables.length === 0 && <p className="small soft">{t("dataEmpty")}</p>}
      <DataBlocks {...data} />
      <Unwritten block={block} about={t("kinds.data")} />
    </>
  );
}

/** What can be done with a block that is not written here: move it, or take it away. */
function Unwritten({ block, about }: { block: BlockView; about: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="block" />
      <input type="hidden" name="id" value={block.id} />
      <input type="hidden" name="version" value={block.version} />
      <BlockActs about={about} written={false} />
    </Form>
  );
}
