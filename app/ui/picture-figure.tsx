import { useTranslations } from "use-intl";
import type { Picture } from "~/domain/document/picture";
import type { PictureContent } from "~/domain/pictures/content";
import { drawPicture } from "~/domain/pictures/draw";
import type { PictureTable } from "~/domain/pictures/drawn";
import { Icon } from "./icon";
import { useLanguage } from "./intl";
import { PictureView } from "./picture-view";
import { usePictureWords } from "./use-picture-words";

/** A picture alone, in a region that scrolls sideways where there is too little room; its numbers stand beside it. */
export function PictureRegion({
  content,
  languages,
  language,
}: {
  content: PictureContent;
  /** The languages of the study, the original first. */
  languages: readonly string[];
  /** The language of the texts, where it is not that of the page. */
  language?: string;
}) {
  return <Region picture={drawPicture(content, usePictureWords(languages, language)).picture} />;
}

/** The width that a picture has on the narrowest screens: a wider one says there that it scrolls. */
const narrowest = 288;

function Region({ picture }: { picture: Picture }) {
  const t = useTranslations("pictures");
  return (
    <>
      {picture.width > narrowest && <p className="picture-cue small soft">{t("scroll")}</p>}
      <div className="picture-region" role="region" aria-label={picture.title} tabIndex={0}>
        <PictureView picture={picture} />
      </div>
    </>
  );
}

export interface PictureFigureProps {
  content: PictureContent;
  languages: readonly string[];
  /** The address of the assessment. */
  base: string;
  /** The name of the picture in the addresses of its files. */
  name: string;
  /** What the page was asked, so that the file shows the same. */
  query?: string | undefined;
  /** Without the folded table: its numbers stand on the page already. */
  bare?: boolean | undefined;
}

/** A picture with what it shows in a sentence, its files, and below it the same numbers as a table, folded. */
export function PictureFigure({ content, languages, bare, ...files }: PictureFigureProps) {
  const t = useTranslations("pictures");
  const { picture, table } = drawPicture(content, usePictureWords(languages));
  return (
    <figure className="picture-figure">
      <Region picture={picture} />
      <figcaption className="row wrap small soft">
        <span>{picture.description}</span>
        <PictureFiles title={picture.title} {...files} />
      </figcaption>
      {!bare && (
        <details className="more">
          <summary>{t("table")}</summary>
          <NumbersTable title={picture.title} table={table} />
        </details>
      )}
    </figure>
  );
}

const formats = ["svg", "png", "csv"] as const;

/** The links to the files of a picture: drawn as SVG and PNG, and its numbers as CSV. */
export function PictureFiles({ title, base, name, query = "" }: Pick<PictureFigureProps, "base" | "name" | "query"> & { title: string }) {
  const t = useTranslations("pictures");
  const language = useLanguage();
  const asked = new URLSearchParams(query);
  asked.set("language", language);
  return (
    <span className="picture-files row push">
      <span aria-hidden="true">
        <Icon name="download" /> {t("download")}
      </span>
      {formats.map((format) => (
        <a
          key={format}
          href={`${base}/pictures/${name}/${format}?${asked.toString()}`}
          download
          aria-label={t("downloadAs", { title, format: format.toUpperCase() })}
        >
          {format.toUpperCase()}
        </a>
      ))}
    </span>
  );
}

function NumbersTable({ title, table }: { title: string; table: PictureTable }) {
  const t = useTranslations("pictures");
  const { columns, rows } = table;
  const look = (at: number) => (columns[at]?.numeric ? "r num" : undefined);
  return (
    <div className="scroll" role="region" tabIndex={0} aria-label={t("tableOf", { title })}>
      <table className="t">
        <caption className="vh">{t("tableOf", { title })}</caption>
        <thead>
          <tr>
            {columns.map(({ label }, at) => (
              <th key={at} scope="col" className={look(at)}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([head, ...cells], row) => (
            <tr key={row}>
              <th scope="row">{head}</th>
              {cells.map((cell, at) => (
                <td key={at} className={look(at + 1)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
