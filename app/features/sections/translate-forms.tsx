import { Form } from "@remix-run/react";
import { useEffect, useRef, type FormEvent } from "react";
import { useTranslations } from "use-intl";
import { AutosaveNotice } from "~/ui/autosave-notice";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import type { BlockDocument } from "~/domain/text/document";
import type { Insertables } from "~/ui/editor/editor-handle";
import type { EditorHandle } from "~/ui/editor/editor-handle";
import { RichTextEditor } from "~/ui/editor/rich-text-editor";
import { RichText } from "~/ui/rich-text";
import type { SaveStatus } from "~/ui/saved-indicator";
import { StatementNumber } from "~/ui/statement-number";
import { StatusTag } from "~/ui/status-tag";
import { useAutosave } from "~/ui/use-autosave";
import { draftName } from "./draft-name";
import { ChangedFigures } from "./changed-figures";
import { useLiveWords, WordCount, type TellWords } from "./live-words";
import { useTextMarks } from "./text-marks";
import type { TextNames } from "./text-names.server";
import { useInsertables, useTextNaming } from "./use-insertables";
import type { loadEdit } from "./load-edit.server";
import { MergeNotice } from "./merge-notice";
import { useMerged } from "./use-merged";
import { useSavedVersion, useStart, type OwnVersion } from "./use-own-version";

type Translating = NonNullable<Awaited<ReturnType<typeof loadEdit>>["translating"]>;

/** The blocks of a section with their words in another language beside the original. */
export function TranslateForms({
  translating,
  target,
  path,
  onStatus,
}: {
  translating: Translating;
  target: number | null;
  path: string;
  onStatus: (status: SaveStatus) => void;
}) {
  const t = useTranslations("sections");
  const insertables = useInsertables(path);
  const live = useLiveWords(translating.blocks);
  if (translating.blocks.length === 0) return <EmptyState title={t("nothingToTranslate")} />;
  return (
    <>
      <p>
        <WordCount words={live.words} target={target} />
      </p>
      <ul className="stack">
        {translating.blocks.map((block) => (
          <li key={`${block.id} ${translating.language}`} className="block" id={`block-${block.id}`}>
            <p className="row">
              {block.code !== null && <StatementNumber code={block.code} />}
              {block.document === null ? (
                <span className="small faint">{t("notTranslatedYet")}</span>
              ) : (
                block.behind && <StatusTag state="behind" />
              )}
            </p>
            <div className="behind-pair">
              <div>
                <TranslatedWords doc={block.original} id={`o-${block.id}`} lang={block.originalLanguage} names={block.names} />
              </div>
              {translating.writable ? (
                <TranslateForm
                  block={block}
                  language={translating.language}
                  path={path}
                  onStatus={onStatus}
                  insertables={insertables}
                  onWords={live.tell}
                />
              ) : (
                block.document && (
                  <TranslatedWords doc={block.document} id={`t-${block.id}`} lang={translating.language} names={block.names} />
                )
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function TranslatedWords({ doc, id, lang, names }: { doc: BlockDocument; id: string; lang: string; names: TextNames }) {
  return <RichText doc={doc} id={id} lang={lang} {...useTextMarks(names, lang)} />;
}

interface TranslateFormProps {
  block: Translating["blocks"][number];
  language: string;
  path: string;
  insertables: Insertables;
  onWords: TellWords;
  onStatus: (status: SaveStatus) => void;
}

function TranslateForm(props: TranslateFormProps) {
  const { start, own } = useStart(props.block);
  return <TranslateFields {...props} block={start} own={own} />;
}

function TranslateFields({ block, language, path, insertables, onWords, onStatus, own }: TranslateFormProps & { own: OwnVersion }) {
  const t = useTranslations("sections");
  const autosave = useAutosave(draftName(path, block.id, language));
  const { status } = autosave;
  const tell = useRef(onStatus);
  tell.current = onStatus;
  const version = useSavedVersion(block.version, status, own);
  const editor = useRef<EditorHandle | null>(null);
  const merged = useMerged(autosave.form.ref, editor);
  const changed = () => {
    own.dirty = true;
    autosave.form.onInput();
  };
  const sent = (event: FormEvent<HTMLFormElement>) => {
    autosave.form.onSubmit(event);
    if (!event.defaultPrevented) own.dirty = false;
  };
  useEffect(() => {
    if (status.state !== "idle") tell.current(status);
  }, [status]);
  const label = block.code ?? t("text");
  return (
    <Form method="post" {...autosave.form} onInput={changed} onSubmit={sent} preventScrollReset>
      <input type="hidden" name="intent" value="translate" />
      <input type="hidden" name="id" value={block.id} />
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="version" value={version} />
      <AutosaveNotice autosave={autosave} />
      {merged && <MergeNotice {...merged} />}
      <RichTextEditor
        id={`e-${block.id}`}
        label={<span className="vh">{t("translationOf", { label, language: language.toUpperCase() })}</span>}
        doc={block.document ?? { type: "doc", content: [{ type: "paragraph" }] }}
        kind={block.code === null ? "block" : "statement"}
        lang={language}
        rows={4}
        naming={useTextNaming(block.names, language)}
        insertables={insertables}
        onReady={(handle) => {
          editor.current = handle;
        }}
        onChange={(doc) => {
          changed();
          onWords(block.id, doc, language);
        }}
      />
      <div className="acts2">
        <Button size="small" icon="check" about={label}>
          {t("saveTranslation")}
        </Button>
      </div>
      {block.document && <ChangedFigures doc={block.document} names={block.names} language={language} />}
    </Form>
  );
}
