import { Form, useLocation, useNavigate } from "@remix-run/react";
import type { FormEvent, KeyboardEvent, MutableRefObject, ReactNode } from "react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import type { BlockDocument } from "~/domain/text/document";
import { isEmptyDoc } from "~/domain/text/text-of-doc";
import { AutosaveNotice } from "~/ui/autosave-notice";
import { Button } from "~/ui/button";
import type { EditorHandle, Insertables } from "~/ui/editor/editor-handle";
import { RichTextEditor } from "~/ui/editor/rich-text-editor";
import type { SaveStatus } from "~/ui/saved-indicator";
import { useAutosave } from "~/ui/use-autosave";
import { ChangedFigures } from "./changed-figures";
import { ConfidenceFields, type ConfidenceOptions } from "./confidence-fields";
import { draftName } from "./draft-name";
import type { TellWords } from "./live-words";
import type { BlockView } from "./section-view.server";
import { useTextNaming } from "./use-insertables";
import { MergeNotice } from "./merge-notice";
import { useMerged } from "./use-merged";
import { useSavedVersion, useStart, type OwnVersion } from "./use-own-version";

export interface BlockFormProps {
  block: BlockView;
  path: string;
  /** What the whole page says of saving. */
  onStatus: (status: SaveStatus) => void;
  confidence: ConfidenceOptions | null;
  insertables: Insertables;
  onWords: TellWords;
  /** What the words stand on, shown directly under them. */
  children: ReactNode;
}

/**
 * The words of a block in a form of their own, which saves by itself. A newer text of the block takes the place of this one, unless
 * something was typed here that is not saved.
 */
export function BlockForm(props: BlockFormProps) {
  const { start, own } = useStart(props.block);
  return <BlockFields {...props} block={{ ...start, grounds: props.block.grounds, names: props.block.names }} own={own} />;
}

function BlockFields({ block, path, onStatus, confidence, insertables, onWords, own, children }: BlockFormProps & { own: OwnVersion }) {
  const t = useTranslations("sections");
  const navigate = useNavigate();
  const autosave = useAutosave(draftName(path, block.id));
  const { status, form } = autosave;
  const tell = useRef(onStatus);
  tell.current = onStatus;
  const editor = useRef<EditorHandle | null>(null);
  const version = useSavedVersion(block.version, status, own);
  const merged = useMerged(form.ref, editor);
  useEffect(() => {
    if (status.state !== "idle") tell.current(status);
  }, [status]);
  const changed = () => {
    own.dirty = true;
    form.onInput();
  };
  const typed = (doc: BlockDocument) => {
    changed();
    onWords(block.id, doc, block.language);
  };
  const cite = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.onBlur();
    // What is typed while the panel comes does not go into the words.
    if (event.target instanceof HTMLElement) event.target.blur();
    navigate(`?cite=${encodeURIComponent(citeOf(block))}`, { preventScrollReset: true });
  };
  const sent = (event: FormEvent<HTMLFormElement>) => {
    form.onSubmit(event);
    if (!event.defaultPrevented) own.dirty = false;
  };
  const label = block.statement?.code ?? t("text");
  return (
    <Form method="post" {...form} onInput={changed} onSubmit={sent} onKeyDown={cite} preventScrollReset>
      <input type="hidden" name="intent" value="block" />
      <input type="hidden" name="id" value={block.id} />
      <input type="hidden" name="version" value={version} />
      <AutosaveNotice autosave={autosave} />
      {merged && <MergeNotice {...merged} />}
      <WordsField block={block} label={label} insertables={insertables} editor={editor} onTyped={typed} />
      {children}
      {!block.statement && <Insert block={block} insert={(linkId, code) => editor.current?.insertCitation(linkId, code)} />}
      {block.statement && <ConfidenceFields key={block.version} block={block} statement={block.statement} options={confidence} />}
      <BlockActs about={label} />
      <ChangedFigures doc={block.document} names={block.names} language={block.language} />
    </Form>
  );
}

interface WordsFieldProps {
  block: BlockView;
  label: string;
  insertables: Insertables;
  editor: MutableRefObject<EditorHandle | null>;
  onTyped: (doc: BlockDocument) => void;
}

/** The editor of the words of a block. */
function WordsField({ block, label, insertables, editor, onTyped }: WordsFieldProps) {
  const t = useTranslations("sections");
  const { hash } = useLocation();
  const naming = useTextNaming(block.names, block.language);
  return (
    <RichTextEditor
      id={`e-${block.id}`}
      label={<span className="vh">{t("wordsOf", { label })}</span>}
      doc={block.document}
      kind={block.statement ? "statement" : "block"}
      lang={block.language}
      rows={block.statement ? 3 : 6}
      citable={block.grounds.map(({ linkId, code, href }) => ({ linkId, code, ...(href !== null && { href }) }))}
      naming={naming}
      insertables={insertables}
      onChange={onTyped}
      onReady={(handle) => {
        editor.current = handle;
        if (isEmptyDoc(block.document) && hash === `#block-${block.id}`) handle?.focus();
      }}
    />
  );
}

/** Puts what a text cites where the cursor is; without script its code is typed in double brackets. */
function Insert({ block, insert }: { block: BlockView; insert: (linkId: string, code: string) => void }) {
  const t = useTranslations("sections");
  return (
    <div className="acts2">
      {block.grounds.map(({ linkId, code }) => (
        <Button key={linkId} type="button" size="small" variant="quiet" icon="link" script onClick={() => insert(linkId, code)}>
          {t("insert", { code })}
        </Button>
      ))}
    </div>
  );
}

/** How the evidence panel names a block: by the code of its statement, else by its id. */
export function citeOf(block: BlockView): string {
  return block.statement?.code ?? block.id;
}

/** What can be done with a block beside writing it; its words are saved with each. */
export function BlockActs({ about, written = true }: { about: string; written?: boolean }) {
  const t = useTranslations("sections");
  return (
    <div className="acts2">
      {written && (
        <Button name="act" value="save" size="small" icon="check" about={about}>
          {t("save")}
        </Button>
      )}
      <Button name="act" value="up" size="small" variant="quiet" icon="arrow-up" about={about}>
        {t("up")}
      </Button>
      <Button name="act" value="down" size="small" variant="quiet" icon="arrow-down" about={about}>
        {t("down")}
      </Button>
      <Button name="act" value="remove" size="small" variant="quiet" icon="trash" about={about}>
        {t("remove")}
      </Button>
    </div>
  );
}
