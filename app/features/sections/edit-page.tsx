import { useLocation, useRevalidator } from "@remix-run/react";
import { useEffect, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { LinkTabs } from "~/ui/link-tabs";
import { Notice } from "~/ui/notice";
import { SavedIndicator, type SaveStatus } from "~/ui/saved-indicator";
import { useTimeText } from "~/ui/time";
import type { EditAnswer } from "./act-on-edit.server";
import { AddForms } from "./add-forms";
import { DataBlocks } from "./data-blocks";
import { EditBlocks } from "./edit-blocks";
import { EvidencePanel } from "./evidence-panel";
import { useLiveWords } from "./live-words";
import type { loadEdit } from "./load-edit.server";
import { MergeNotice } from "./merge-notice";
import { StateNotice } from "./section-aside";
import { SectionHead } from "./section-head";
import { TranslateForms } from "./translate-forms";

type Loaded = Awaited<ReturnType<typeof loadEdit>>;

/** The page on which a section is written: its blocks, the evidence panel beside the one that is being grounded, and its translations. */
export function EditPage({
  loaded,
  answer,
  gate,
  comments,
}: {
  loaded: Loaded;
  answer: EditAnswer | undefined;
  gate?: ReactNode;
  comments?: ReactNode;
}) {
  const t = useTranslations("sections");
  const [status, setStatus] = useState<SaveStatus>({ state: "idle" });
  const { head, panel, translating, writable } = loaded;
  useFreshAfter(status);
  return (
    <>
      <SectionHead
        head={head}
        page={t("write")}
        saved={<SavedIndicator status={status} />}
        acts={
          <>
            <ButtonLink to={head.path} icon="eye">
              {t("read")}
            </ButtonLink>
            {loaded.sending.map(({ hindrance }) =>
              hindrance === null || hindrance === "contradiction-open" ? (
                <ButtonLink key="send" to={`${head.path}/send`} icon="send" variant="primary">
                  {t("moves.send-to-review")}
                </ButtonLink>
              ) : null,
            )}
          </>
        }
      />
      <Refused answer={answer} />
      {loaded.merged && <MergeNotice {...loaded.merged} />}
      <StateNotice head={head} state={loaded.state} />
      {loaded.languages.length > 0 && <Languages loaded={loaded} />}
      {!writable && !translating && <Notice tone="info" icon="lock" title={t("notWritable")} className="kept" />}
      <div className={panel ? "ed" : "gap"}>
        {(translating || writable) && (
          <section className="sheet paper" aria-label={t("textOfSection")}>
            {translating ? (
              <div className="body">
                <TranslateForms translating={translating} target={loaded.target} path={head.path} onStatus={setStatus} />
              </div>
            ) : (
              <Writing loaded={loaded} onStatus={setStatus} />
            )}
          </section>
        )}
        {panel && writable && <EvidencePanel panel={panel} path={head.path} />}
        {gate}
        {comments}
      </div>
    </>
  );
}

/** Reads the page again after each save: what stands around the texts counts them, and says what can be done next. */
function useFreshAfter(status: SaveStatus): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (status.state === "saved") revalidate();
  }, [status, revalidate]);
}

function Writing({ loaded, onStatus }: { loaded: Loaded; onStatus: (status: SaveStatus) => void }) {
  const t = useTranslations("sections");
  const { blocks, options, target, tables, reading, guidance } = loaded;
  const live = useLiveWords(blocks);
  return (
    <>
      <AddForms options={options} words={live.words} target={target} path={loaded.head.path} />
      <div className="doc edit">
        {blocks.length === 0 && <EmptyState title={t("writeFirst")}>{guidance}</EmptyState>}
        <EditBlocks loaded={loaded} onStatus={onStatus} onWords={live.tell} />
      </div>
      <DataBlocks tables={tables} language={reading.language} fallback={reading.fallback} />
    </>
  );
}

function Languages({ loaded: { head, languages, translating } }: { loaded: Loaded }) {
  const t = useTranslations("sections");
  const { pathname } = useLocation();
  const current = translating ? `${pathname}?lang=${translating.language}` : pathname;
  return (
    <LinkTabs
      label={t("languages")}
      current={current}
      tabs={[
        { label: t("original"), href: `${head.path}/edit` },
        ...languages.map((language) => ({
          label: t("translation", { language: language.toUpperCase() }),
          href: `${head.path}/edit?lang=${language}`,
        })),
      ]}
    />
  );
}

/** What stood in the way, in words, leading to the block that it is about. */
function Refused({ answer }: { answer: EditAnswer | undefined }) {
  const t = useTranslations("sections.refusals");
  const time = useTimeText();
  if (!answer || !("refused" in answer)) return null;
  const { message, id, code, codes, from } = answer.refused;
  // The keys are those that the changes refuse with; one that the texts lack is told as "invalid".
  const key = (t.has(message as "invalid") ? message : "invalid") as "invalid";
  return (
    <ErrorSummary
      errors={[
        {
          message: t(key, { code: code ?? "", codes: codes.join(", "), from: from === undefined ? "" : time(from, "long") }),
          ...(id !== null && { id: `block-${id}` }),
        },
      ]}
    />
  );
}
