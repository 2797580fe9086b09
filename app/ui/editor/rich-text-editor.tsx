import type { ReactNode, RefObject } from "react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { docFromPlain, statementFromPlain } from "~/domain/text/doc-from-plain";
import type { BlockDocument } from "~/domain/text/document";
import { TEXT_LIMITS } from "~/domain/text/limits";
import { plainFromDoc } from "~/domain/text/plain-from-doc";
import { FieldNotes } from "../field";
import { usePassages, type PassageMark } from "../passages";
import type {
  Citable,
  EditorHandle,
  EditorPanelName,
  Insertables,
  MountedEditor,
  TextKind,
  TextNaming,
  ToolbarState,
} from "./editor-handle";
import { useTakenIn } from "./use-taken-in";
import { EditorToolbar } from "./editor-toolbar";
import { PasteNotice } from "./paste-notice";
import type { PasteTold } from "./paste-told";

export interface RichTextEditorProps {
  /** Unique on the page, e.g. made of the block's id. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Where the editor starts. A newer text of the same block is brought into it; another block wants another `key`. */
  doc: BlockDocument;
  kind?: TextKind | undefined;
  /** The language in which the text is written. */
  lang: string;
  /** The links that the text cites or may cite, with the codes that stand for them in the plain field. */
  citable?: readonly Citable[] | undefined;
  /** How cross references and figures are called, and what of them can be put in. */
  naming?: TextNaming | undefined;
  insertables?: Insertables | undefined;
  rows?: number | undefined;
  onChange?: ((doc: BlockDocument) => void) | undefined;
  /** Called once the script has taken over, and with null when the editor goes. */
  onReady?: ((editor: EditorHandle | null) => void) | undefined;
}

const idle: ToolbarState = { on: new Set(), can: new Set(), inTable: false, inList: false, href: undefined, note: undefined };
const none: readonly Citable[] = [];
const noPassages: readonly PassageMark[] = [];
const unnamed: TextNaming = { referenceOf: () => undefined, figureNow: (_of, shown) => shown };

/**
 * A text to write: a plain field (`text`, in the plain syntax) that works by itself; once its script has loaded, an editor takes its
 * place and writes the document as JSON into the hidden field `doc`. What was typed before that is taken along.
 */
export function RichTextEditor({
  id,
  label,
  hint,
  error,
  kind = "block",
  lang,
  citable = none,
  naming = unnamed,
  rows = 8,
  ...props
}: RichTextEditorProps) {
  const t = useTranslations("editor");
  const passages = usePassages(id, lang)?.marks ?? noPassages;
  const fields = useEditor({ ...props, id, kind, lang, citable, naming, error, passages });
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
      {fields.editor && (
        <EditorToolbar
          id={id}
          kind={kind}
          lang={lang}
          editor={fields.editor}
          state={fields.toolbar}
          insertables={props.insertables}
          asked={fields.asked}
          onAsk={fields.ask}
        />
      )}
      {isMounted && <PasteNotice told={fields.told} share={fields.share} onDone={fields.forget} />}
      <div ref={fields.place} hidden={!isMounted} />
      <textarea
        ref={fields.plain}
        id={`${id}-text`}
        className={error === undefined ? "in" : "in bad"}
        name={isMounted ? undefined : "text"}
        rows={rows}
        lang={lang}
        defaultValue={plainFromDoc(props.doc, codeIn(citable), (target) => naming.referenceOf(target)?.name)}
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
  naming: TextNaming;
  passages: readonly PassageMark[];
};

function useEditor(editing: Editing) {
  const latest = useRef(editing);
  const place = useRef<HTMLDivElement>(null);
  const plain = useRef<HTMLTextAreaElement>(null);
  const json = useRef<HTMLInputElement>(null);
  const [editor, setEditor] = useState<MountedEditor | null>(null);
  const [toolbar, setToolbar] = useState<ToolbarState>(idle);
  const [asked, ask] = useState<EditorPanelName | null>(null);
  const [told, setTold] = useState<PasteTold | null>(null);
  const [share, setShare] = useState(0);
  const forget = useCallback(() => setTold(null), []);
  useEffect(() => {
    latest.current = editing;
  });
  useEffect(() => {
    const field = json.current;
    let mounted: MountedEditor | undefined;
    let isGone = false;
    void import("./editor-view").then(({ mountEditor }) => {
      if (isGone || !place.current) return;
      mounted = mountEditor(place.current, {
        ...startOf(latest.current, plain),
        onState: setToolbar,
        onChange: changed,
        onAsk: ask,
        onPasted: setTold,
      });
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

    function changed(doc: BlockDocument, takenIn: boolean) {
      const written = JSON.stringify(doc);
      if (field) field.value = written;
      setShare(shareOf(written));
      if (mounted && !takenIn) latest.current.onChange?.(doc);
    }
  }, []);
  useTakenIn(editor, editing.doc);
  return { place, plain, json, editor, toolbar, asked, ask, told, share, forget };
}

/** How many times as much as a block may hold a document is; a short one isn't measured. */
function shareOf(written: string): number {
  if (written.length < TEXT_LIMITS.bytes / 4) return 0;
  const nodes = written.split('"type":').length - 1;
  return Math.max(new TextEncoder().encode(written).length / TEXT_LIMITS.bytes, nodes / TEXT_LIMITS.nodes);
}

/** The plain field stays when the editor can't be loaded: it does all that the editor does. */
function noEditor(): void {}

function startOf({ id, doc, kind, lang, citable, naming, error, passages }: Editing, plain: RefObject<HTMLTextAreaElement>) {
  const field = plain.current;
  const linkOf = (code: string) => citable.find((each) => each.code === code)?.linkId;
  const read = kind === "block" ? docFromPlain : statementFromPlain;
  const typed = field && field.value !== field.defaultValue;
  return {
    doc: typed ? read(field.value, linkOf) : doc,
    // They are places in the text as it was: in one that was typed meanwhile they would stand elsewhere.
    passages: typed ? noPassages : passages,
    kind,
    lang,
    citable,
    naming,
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
