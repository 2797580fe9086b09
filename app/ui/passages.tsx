import { Link } from "@remix-run/react";
import { createContext, Fragment, useContext, useMemo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Inline } from "~/domain/text/document";
import { Icon } from "./icon";

/** A passage of a text that something is said about: from `start` up to and without `end` in its plain text. */
export interface PassageMark {
  start: number;
  end: number;
  /** The number that stands behind it. */
  label: string;
  href: string;
  current?: boolean | undefined;
}

/** The marked passages by text: the id of its block and its language. */
export type PassageMarks = Readonly<Record<string, readonly PassageMark[]>>;

interface Passages {
  marks: PassageMarks;
  /** What the texts are called that something can be said about, by the ids of their blocks. */
  targets: ReadonlyMap<string, string>;
  /** Where another wording is suggested; null for who may not. */
  suggest: string | null;
  /** How many points and suggestions are open here. */
  open: { comments: number; suggestions: number };
}

const Marks = createContext<Passages | null>(null);

const none = { comments: 0, suggestions: 0 };

/** Shows marked passages in every text of the page, lets passages be selected there, and leads from each text to the form about it. */
export function PassagesProvider({
  marks,
  targets = [],
  suggest = null,
  open = none,
  children,
}: {
  marks: PassageMarks;
  targets?: readonly { id: string; label: string }[];
  suggest?: string | null;
  open?: { comments: number; suggestions: number };
  children: ReactNode;
}) {
  const { comments, suggestions } = open;
  const value = useMemo(
    () => ({ marks, suggest, open: { comments, suggestions }, targets: new Map(targets.map(({ id, label }) => [id, label])) }),
    [marks, targets, suggest, comments, suggestions],
  );
  return <Marks.Provider value={value}>{children}</Marks.Provider>;
}

/** How many points and suggestions are open on the page, each leading to them; nothing where there are none. */
export function OpenPoints() {
  const t = useTranslations("ui.passages");
  const open = useContext(Marks)?.open ?? none;
  return (
    <>
      {open.comments > 0 && <a href="#comments">{t("openComments", { count: open.comments })}</a>}
      {open.suggestions > 0 && <a href="#suggestions">{t("openSuggestions", { count: open.suggestions })}</a>}
    </>
  );
}

/** Leads to the form for a comment on a text; nothing where none can be made. */
export function CommentOn({ id }: { id: string }) {
  const t = useTranslations("ui.passages");
  const passages = useContext(Marks);
  const label = passages?.targets.get(id);
  if (!passages || label === undefined) return null;
  return (
    <p className="comment-on">
      <Link to={`?on=${id}#comments`} preventScrollReset aria-label={t("commentOn", { label })}>
        <Icon name="comment" />
        {t("commentHere")}
      </Link>
      {passages.suggest !== null && (
        <Link to={`${passages.suggest}/${id}`} aria-label={t("suggestFor", { label })}>
          <Icon name="pencil" />
          {t("suggest")}
        </Link>
      )}
    </p>
  );
}

/** Under what the marks of a text stand. */
export function passageKey(blockId: string, language: string): string {
  return `${blockId} ${language}`;
}

/** The marks of a text by the id that its part of the page has (`b-…` or `e-…` and the block's id); null where passages are of no use. */
export function usePassages(id: string, lang: string | undefined): { key: string; marks: readonly PassageMark[] } | null {
  const passages = useContext(Marks);
  if (!passages || !/^[be]-/u.test(id) || lang === undefined) return null;
  const key = passageKey(id.slice(2), lang);
  return { key, marks: passages.marks[key] ?? [] };
}

/** A text in pieces, cut where marks begin and end. Each piece says where it stands, so that a selection in it is a place in the text. */
export function MarkedText({ text, at, marks }: { text: string; at: number; marks: readonly PassageMark[] }) {
  const end = at + text.length;
  const touching = marks.filter((mark) => mark.start < end && mark.end > at);
  const edges = touching.flatMap((mark) => [mark.start, mark.end]).filter((edge) => edge > at && edge < end);
  const cuts = [...new Set([at, ...edges, end])].toSorted((one, other) => one - other);
  return (
    <>
      {cuts.slice(0, -1).map((start, place) => {
        const stop = cuts[place + 1] ?? end;
        const over = touching.filter((mark) => mark.start <= start && mark.end >= stop);
        const words = <span data-at={start}>{text.slice(start - at, stop - at)}</span>;
        return (
          <Fragment key={start}>
            {over.length === 0 ? words : <mark className={over.some(({ current }) => current) ? "cm-mark now" : "cm-mark"}>{words}</mark>}
            {over
              .filter((mark) => mark.end === stop)
              .map((mark) => (
                <MarkNumber key={mark.label} mark={mark} />
              ))}
          </Fragment>
        );
      })}
    </>
  );
}

function MarkNumber({ mark: { label, href } }: { mark: PassageMark }) {
  const t = useTranslations("ui.passages");
  return (
    <sup className="cm-no">
      <Link to={href} preventScrollReset aria-label={t("comment", { label })}>
        {label}
      </Link>
    </sup>
  );
}

/** The marks of a text with the place of each of its parts. */
export interface PlacedMarks {
  marks: readonly PassageMark[];
  places: ReadonlyMap<Inline, number>;
}
