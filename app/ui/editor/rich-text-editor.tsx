import type { ReactNode, RefObject } from "react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { docFromPlain, statementFromPlain } from "~/domain/text/doc-from-plain";
import type { BlockDocument } from "~/domain/text/document";
import { plainFromDoc } from "~/domain/text/plain-from-doc";
import { FieldNotes } from "../field";
import type { Citable, EditorHandle, MountedEditor, TextKind, ToolbarState } from "./editor-handle";
import { EditorToolbar } from "./editor-toolbar";

export interface RichTextEditorProps {
  /** Unique on the page, e.g. made of the block's id. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Where the editor starts. A newer text of the same block wants another `key`. */
  doc: BlockDocument;
  kind?: TextKind | undefined;
  /** The language in which the text is written. */
  lang: string;
  /** The links that the text cites or may cite, with the codes that stand for them in the plain field. */
  citable?: readonly Citable[] | undefined;
  rows?: number | undefined;
  onChange?: ((doc: BlockDocument) => void) | undefined;
  /** Called once the script has taken over, and with null when the editor goes. */
  onReady?: ((editor: EditorHandle | null) => void) | undefined;
}

const idle: ToolbarState = { on: new Set(), can: new Set(), inTable: false, href: undefined, note: undefined };
const none: readonly Citable[] = [];

/**
 * A text to write: a plain field (`text`, in the plain syntax) that works by itself; once its script has loaded, an editor takes its
 * place and writes the document as JSON into the hidden field `doc`. What was typed before that is taken along.
 */
export function RichTextEditor({ id, label, hint, error, kind = "block", lang, citable = none, rows = 8, ...props }: RichTextEditorProps) {
  const t = useTranslations("editor");
  const fields = useEditor({ ...props, id, kind, lang, citable, error });
  const isMounted = fields.editor !== null;
  const note = isMounted ? (
    hint
  ) : (
    <>
      {hint} {t(kind === "block" ? "plainHint" : "plainStatementHint")}
    </>
  );
  return (
    <div className="f editor">
      <label htmlFor={`${id}-text`} id={`${id}-label`}>
        {label}
      </label>
      <FieldNotes id={`${id}-text`} hint={note} error={error} />
      {fields.editor && <EditorToolbar id={id} kind={kind} editor={fields.editor} state={fields.toolbar} />}
      <div ref={fields.place} hidden={!isMounted} />
      <textarea
        ref={fields.plain}
        id={`${id}-text`}
        className={error === undefined ? "in" : "in bad"}
        name={isMounted ? undefined : "text"}
        rows={rows}
        lang={lang}
        defaultValue={plainFromDoc(props.doc, codeIn(citable))}
        hidden={isMounted}
        aria-describedby={describedBy(id, note, error)}
        aria-invalid={error !== undefined || undefined}
      />
      <input ref={fields.json} type="hidden" name="doc" />
    </div>
  );
}

type Editing = Pick<RichTextEditorProps, "id" | "doc" | "lang" | "error" | "onChange" | "onReady"> & {
  kind: TextKind;
  citable: readonly Citable[];
};

function useEditor(editing: Editing) {
  const latest = useRef(editing);
  const place = useRef<HTMLDivElement>(null);
  const plain = useRef<HTMLTextAreaElement>(null);
  const json = useRef<HTMLInputElement>(null);
  const [editor, setEditor] = useState<MountedEditor | null>(null);
  const [toolbar, setToolbar] = useState<ToolbarState>(idle);
  useEffect(() => {
    latest.current = editing;
  });
  useEffect(() => {
    const field = json.current;
    let mounted: MountedEditor | undefined;
    let isGone = false;
    void import("./editor-view").then(({ mountEditor }) => {
      if (isGone || !place.current) return;
      mounted = mountEditor(place.current, { ...startOf(latest.current, plain), onState: setToolbar, onChange: changed });
      setEditor(mounted);
      latest.current.onReady?.(mounted);
    }, noEditor);
    return () => {
      isGone = true;
      mounted?.destroy();
      if (field) field.value = "";
      setEditor(null);
      latest.current.onReady?.(null);
    };

    function changed(doc: BlockDocument) {
      if (field) field.value = JSON.stringify(doc);
      if (mounted) latest.current.onChange?.(doc);
    }
  }, []);
  return { place, plain, json, editor, toolbar };
}

/** The plain field stays when the editor can't be loaded: it does all that the editor does. */
function noEditor(): void {}

function startOf({ id, doc, kind, lang, citable, error }: Editing, plain: RefObject<HTMLTextAreaElement>) {
  const field = plain.current;
  const linkOf = (code: string) => citable.find((each) => each.code === code)?.linkId;
  const read = kind === "block" ? docFromPlain : statementFromPlain;
  return {
    doc: field && field.value !== field.defaultValue ? read(field.value, linkOf) : doc,
    kind,
    lang,
    citable,
    labelledBy: `${id}-label`,
    describedBy: error === undefined ? undefined : `${id}-text-error`,
    invalid: error !== undefined,
  };
}

function codeIn(citable: readonly Citable[]) {
  return (linkId: string) => citable.find((each) => each.linkId === linkId)?.code;
}

function describedBy(id: string, hint: ReactNode, error: string | undefined): string | undefined {
  const ids = [hint ? `${id}-text-hint` : "", error === undefined ? "" : `${id}-text-error`].filter((each) => each !== "");
  return ids.length > 0 ? ids.join(" ") : undefined;
}
