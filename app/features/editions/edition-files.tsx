import { useTranslations } from "use-intl";
import { fileEnding, type FileFormat } from "~/domain/document/file-formats";
import { ButtonLink } from "~/ui/button";
import { fileSize } from "~/ui/format";
import { useLanguage } from "~/ui/intl";

type File = { format: FileFormat; language: string; bytes: number };

/** The files of an edition as links. `draft` names one that was not released. */
export interface EditionFilesProps {
  /** Address of the edition. */
  path: string;
  files: readonly File[];
  draft?: number | undefined;
  /** The name of a language of a document, for people. */
  languageName: (code: string) => string;
}

/** Where a file of an edition is fetched. */
function fileHref(path: string, file: File, draft?: number): string {
  return `${path}/files/${fileEnding(file.language, file.format)}${draft === undefined ? "" : `?draft=${draft}`}`;
}

/** The files of an edition by language, a small button each with its format and size. */
export function EditionFiles({ path, files, draft, languageName }: EditionFilesProps) {
  const languages = [...new Set(files.map(({ language }) => language))];
  return (
    <div className="file-list">
      {languages.map((language) => (
        <div key={language} role="group" aria-label={languageName(language)}>
          <p className="small strong">{languageName(language)}</p>
          <div className="row wrap">
            {files
              .filter((file) => file.language === language)
              .map((file) => (
                <FileLink key={file.format} file={file} href={fileHref(path, file, draft)} language={languageName(language)} />
              ))}
          </div>
        </div>
      ))}
    </div>
  );
}

function FileLink({ file: { format, bytes }, href, language }: { file: File; href: string; language: string }) {
  const t = useTranslations("reading");
  const spoken = useLanguage();
  return (
    <ButtonLink to={href} icon="download" size="small" download>
      {t(`formats.${format}`)}
      <span className="vh">, {language},</span> <span className="soft">{fileSize(bytes, spoken)}</span>
    </ButtonLink>
  );
}
