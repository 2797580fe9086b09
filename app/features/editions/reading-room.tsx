import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { inlineOfSections } from "~/domain/document/inline-of-document";
import type { DocumentSection, RegisterEntry } from "~/domain/document/model";
import type { ContentsEntry, ReadingPage } from "~/domain/document/reading";
import type { ShownPosition } from "~/domain/document/reading-position";
import { BlockView } from "./block-view";
import { GoOnReading } from "./go-on-reading";
import { GroundsDrawers } from "./grounds-drawer";
import { lineOf } from "./line-of";
import { PrintFoot } from "./print-foot";
import { ReadingContents, type ReadingEdition } from "./reading-contents";
import { ReadingProvider } from "./reading-context";
import { RegisterContext } from "./register-view";
import { useReadingPosition } from "./use-reading-position";

export interface ReadingRoomProps {
  edition: ReadingEdition;
  /** Language of the document that is read. */
  language: string;
  page: ReadingPage;
  register: readonly RegisterEntry[];
  notice: string | null;
  lacking: string | null;
  /** Where its reader was when she last read it, on the first page. */
  goOn: ShownPosition | null;
  /** What stands over the text, in the column of the drawers, and under each statement. */
  bar?: ReactNode;
  panel?: ReactNode;
  besideStatement?: ((code: string) => ReactNode) | undefined;
}

/** A page of an edition to read: contents, text, and beside it what each statement stands on. */
export function ReadingRoom({ edition, language, page, register, notice, lacking, goOn, bar, panel, besideStatement }: ReadingRoomProps) {
  const [first] = page.sections;
  const code = first?.code ?? "";
  useReadingPosition(`${edition.path}/position${edition.query}`, code);
  const notes = inlineOfSections(page.sections).filter((part) => part.kind === "footnote");
  const reading = {
    language,
    placeHref: (place: string) =>
      page.pageOfPlace[place] === code || page.pageOfPlace[place] === undefined
        ? `#${place}`
        : `${edition.path}/read/${page.pageOfPlace[place]}${edition.query}#${place}`,
    besideStatement,
    noteNumber: (note: (typeof notes)[number] | object) => notes.findIndex((each) => each === note) + 1,
  };
  return (
    <ReadingProvider value={reading}>
      <RegisterContext.Provider value={register}>
        <div className="rr">
          <ReadingContents edition={edition} contents={page.contents} current={code} language={language} />
          <article className="doc read" lang={language}>
            <Stamp lacking={lacking} notice={notice} />
            {goOn && <GoOnReading goOn={goOn} path={edition.path} query={edition.query} />}
            {bar}
            <PageText page={page} edition={edition} />
            {notes.length > 0 && <Notes notes={notes.map(({ text }) => text)} />}
            <ReadOn page={page} edition={edition} />
            <PrintFoot edition={edition} />
          </article>
          <div className="drawers">
            {panel}
            <GroundsDrawers grounds={page.grounds} />
          </div>
        </div>
      </RegisterContext.Provider>
    </ReadingProvider>
  );
}

function Stamp({ lacking, notice }: { lacking: string | null; notice: string | null }) {
  const words = [lacking, notice].filter((each) => each !== null);
  return words.length === 0 ? null : <p className="stamp small">{words.join(" · ")}</p>;
}

function PageText({ page, edition }: { page: ReadingPage; edition: ReadingEdition }) {
  const t = useTranslations("reading");
  const [first, ...below] = page.sections;
  if (!first) return null;
  const empty = page.sections.every((section) => section.blocks.length === 0);
  return (
    <>
      {page.chapter && <p className="kick">{lineOf(page.chapter)}</p>}
      <h1 id={first.anchor} lang={first.language}>
        {lineOf(first)}
      </h1>
      {empty && page.parts.length === 0 && <p className="soft">{t("emptySection")}</p>}
      <Blocks section={first} depth={0} />
      {below.map((section) => (
        <section key={section.code} aria-labelledby={section.anchor}>
          <h2 id={section.anchor} lang={section.language}>
            {lineOf(section)}
          </h2>
          <Blocks section={section} depth={1} />
        </section>
      ))}
      {page.parts.length > 0 && <Parts parts={page.parts} edition={edition} />}
    </>
  );
}

function Blocks({ section, depth }: { section: DocumentSection; depth: number }) {
  return section.blocks.map((block, at) => <BlockView key={at} block={block} depth={depth} />);
}

function Parts({ parts, edition }: { parts: readonly ContentsEntry[]; edition: ReadingEdition }) {
  const t = useTranslations("reading");
  return (
    <nav aria-label={t("parts")} className="parts">
      <h2>{t("parts")}</h2>
      <ul>
        {parts.map((part) => (
          <li key={part.code}>
            <Link to={`${edition.path}/read/${part.code}${edition.query}`} lang={part.language}>
              {lineOf(part)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Notes({ notes }: { notes: readonly string[] }) {
  const t = useTranslations("reading");
  return (
    <section aria-label={t("footnotes")}>
      <ol className="read-notes small">
        {notes.map((text, at) => (
          <li key={at} id={`note-${at + 1}`}>
            {text}{" "}
            <a href={`#call-${at + 1}`} aria-label={t("noteBack")}>
              ↩
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

function ReadOn({ page, edition }: { page: ReadingPage; edition: ReadingEdition }) {
  const t = useTranslations("reading");
  const href = (entry: ContentsEntry) => `${edition.path}/read/${entry.code}${edition.query}`;
  return (
    <nav aria-label={t("navigation")} className="read-on small">
      {page.previous && (
        <Link to={href(page.previous)} rel="prev">
          {t("previous", { heading: lineOf(page.previous) })}
        </Link>
      )}
      {page.next && (
        <Link to={href(page.next)} rel="next" className="push">
          {t("next", { heading: lineOf(page.next) })}
        </Link>
      )}
    </nav>
  );
}
