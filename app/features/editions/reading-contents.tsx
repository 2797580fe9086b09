import type { FileFormat } from "~/domain/document/file-formats";
import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { ContentsEntry } from "~/domain/document/reading";
import { Icon } from "~/ui/icon";
import { popover, popoverTarget } from "~/ui/popover";
import { useTimeText } from "~/ui/time";
import { EditionFiles } from "./edition-files";
import { lineOf } from "./line-of";

/** The edition that is read. */
export interface ReadingEdition {
  /** How it is called: by its number, and by its draft where that is not what readers see. */
  name: string;
  number: number;
  draft: number;
  /** Its fingerprint. */
  hash: string;
  releasedAt: Date | null;
  compiledAt: Date;
  languages: readonly string[];
  /** What each is called. */
  languageNames: Readonly<Record<string, string>>;
  files: readonly { format: FileFormat; language: string; bytes: number }[];
  /** Address of the edition. */
  path: string;
  /** Query that every address of the reading room keeps: draft and language. */
  query: string;
  /** Draft, where it is not the released one that is read. */
  onlyDraft: number | undefined;
}

/** The contents of the edition at the side; on a narrow screen behind a button. */
export function ReadingContents({
  edition,
  contents,
  current,
  language,
}: {
  edition: ReadingEdition;
  contents: readonly ContentsEntry[];
  current: string;
  language: string;
}) {
  const t = useTranslations("reading");
  const time = useTimeText();
  const released = edition.releasedAt && edition.onlyDraft === undefined ? edition.releasedAt : null;
  return (
    <nav className="toc" aria-label={t("contentsLabel")}>
      <p className="small">
        <b>{edition.name}</b>
        <br />
        <span className="faint">
          {released
            ? t("releasedOn", { at: time(released, "long") })
            : `${t("compiledOn", { at: time(edition.compiledAt, "long") })}, ${t("notReleased")}`}
        </span>
      </p>
      <button className="b toc-open" type="button" {...popoverTarget("toc")}>
        <Icon name="list" />
        {t("contents")}
      </button>
      <p className="small ways">
        <Link to={`${edition.path}/brief${edition.query}`}>{t("brief")}</Link>
        <Link to={`${edition.path}/search${edition.query}`}>{t("search")}</Link>
      </p>
      <Tree contents={contents} current={current} edition={edition} language={language} />
      <div className="dl">
        <EditionFiles path={edition.path} files={edition.files} draft={edition.onlyDraft} languageName={nameOf(edition)} />
        <OtherLanguages edition={edition} current={current} language={language} />
      </div>
    </nav>
  );
}

/** Chapters, and the parts of the chapter that is open. */
function Tree({
  contents,
  current,
  edition,
  language,
}: {
  contents: readonly ContentsEntry[];
  current: string;
  edition: ReadingEdition;
  language: string;
}) {
  const chapters = groupByChapter(contents);
  return (
    <ol id="toc" {...popover}>
      {chapters.map(({ chapter, parts }) => (
        <li key={chapter.code}>
          <Entry entry={chapter} current={current} edition={edition} language={language} />
          {(chapter.code === current || parts.some(({ code }) => code === current)) && parts.length > 0 && (
            <ol>
              {parts.map((part) => (
                <li key={part.code}>
                  <Entry entry={part} current={current} edition={edition} language={language} />
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  );
}

function Entry({
  entry,
  current,
  edition,
  language,
}: {
  entry: ContentsEntry;
  current: string;
  edition: ReadingEdition;
  language: string;
}) {
  return (
    <Link
      to={`${edition.path}/read/${entry.code}${edition.query}`}
      aria-current={entry.code === current ? "page" : undefined}
      lang={entry.language === language ? undefined : entry.language}
    >
      {lineOf(entry)}
    </Link>
  );
}

function OtherLanguages({ edition, current, language }: { edition: ReadingEdition; current: string; language: string }) {
  const t = useTranslations("reading");
  const draft = edition.onlyDraft === undefined ? "" : `draft=${edition.onlyDraft}&`;
  return edition.languages
    .filter((other) => other !== language)
    .map((other) => (
      <Link key={other} className="b s" to={`${edition.path}/read/${current}?${draft}in=${other}`} hrefLang={other}>
        {t("otherLanguage", { language: nameOf(edition)(other) })}
      </Link>
    ));
}

const nameOf = (edition: ReadingEdition) => (code: string) => edition.languageNames[code] ?? code;

function groupByChapter(contents: readonly ContentsEntry[]): { chapter: ContentsEntry; parts: ContentsEntry[] }[] {
  const chapters: { chapter: ContentsEntry; parts: ContentsEntry[] }[] = [];
  for (const entry of contents) {
    const last = chapters.at(-1);
    if (entry.level > 1 && last) last.parts.push(entry);
    else chapters.push({ chapter: entry, parts: [] });
  }
  return chapters;
}
