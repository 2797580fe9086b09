import { Form } from "@remix-run/react";
import { useEffect, useRef, type FormEvent } from "react";
import { useTranslations } from "use-intl";
import { AutosaveNotice } from "~/ui/autosave-notice";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { RichTextEditor } from "~/ui/editor/rich-text-editor";
import { RichText } from "~/ui/rich-text";
import type { SaveStatus } from "~/ui/saved-indicator";
import { StatementNumber } from "~/ui/statement-number";
import { StatusTag } from "~/ui/status-tag";
import { useAutosave } from "~/ui/use-autosave";
import type { loadEdit } from "./load-edit.server";
import { useSavedVersion, useStart, type OwnVersion } from "./use-own-version";

type Translating = NonNullable<Awaited<ReturnType<typeof loadEdit>>["translating"]>;

/** The blocks of a section with their words in another language beside the original. */
export function TranslateForms({
  translating,
  path,
  onStatus,
}: {
  translating: Translating;
  path: string;
  onStatus: (status: SaveStatus) => void;
}) {
  const t = useTranslations("sections");
  if (translating.blocks.length === 0) return <EmptyState title={t("nothingToTranslate")} />;
  return (
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
              <RichText doc={block.original} id={`o-${block.id}`} lang={block.originalLanguage} />
            </div>
            {translating.writable ? (
              <TranslateForm block={block} language={translating.language} path={path} onStatus={onStatus} />
            ) : (
              block.document && <RichText doc={block.document} id={`t-${block.id}`} lang={translating.language} />
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

interface TranslateFormProps {
  block: Translating["blocks"][number];
  language: string;
  path: string;
  onStatus: (status: SaveStatus) => void;
}

function TranslateForm(props: TranslateFormProps) {
  const { start, own } = useStart(props.block);
  return <TranslateFields {...props} key={start.version} block={start} own={own} />;
}

function TranslateFields({ block, language, path, onStatus, own }: TranslateFormProps & { own: OwnVersion }) {
  const t = useTranslations("sections");
  const autosave = useAutosave(`${path} ${block.id} ${language}`);
  const { status } = autosave;
  const tell = useRef(onStatus);
  tell.current = onStatus;
  const version = useSavedVersion(block.version, status, own);
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
      <RichTextEditor
        id={`e-${block.id}`}
        label={<span className="vh">{t("translationOf", { label, language: language.toUpperCase() })}</span>}
        doc={block.document ?? { type: "doc", content: [{ type: "paragraph" }] }}
        kind={block.code === null ? "block" : "statement"}
        lang={language}
        rows={4}
        onChange={changed}
      />
      <div className="acts2">
        <Button size="small" icon="check" about={label}>
          {t("saveTranslation")}
        </Button>
      </div>
    </Form>
  );
}
