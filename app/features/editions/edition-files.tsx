import { useTranslations } from "use-intl";
import { fileEnding, type FileFormat } from "~/domain/document/file-formats";
import { ButtonLink } from "~/ui/button";
import { fileSize } from "~/ui/format";
import { useLanguage } from "~/ui/intl";
import { useLanguageName } from "./language-name";

type File = { format: FileFormat; language: string; bytes: number };

/** The files of an edition as links. `draft` names one that was not released. */
export interface EditionFilesProps {
  /** Address of the edition. */
  path: string;
  files: readonly File[];
  draft?: number | undefined;
}

/** Where a file of an edition is fetched. */
function fileHref(path: string, file: File, draft?: number): string {
  return `${path}/files/${fileEnding(file.language, file.format)}${draft === undefined ? "" : `?draft=${draft}`}`;
}

/** The files of an edition by language, a small button each with its format and size. */
export function EditionFiles({ path, files, draft }: EditionFilesProps) {
  const languageName = useLanguageName();
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
                <FileLink key={file.format} file={file} href={fileHref(path, file, draft)} />
              ))}
          </div>
        </div>
      ))}
    </div>
  );
}

function FileLink({ file: { format, language, bytes }, href }: { file: File; href: string }) {
  const t = useTranslations("reading");
  const languageName = useLanguageName();
  const spoken = useLanguage();
  return (
    <ButtonLink to={href} icon="download" size="small" download>
      {t(`formats.${format}`)}
      <span className="vh">, {languageName(language)},</span> <span className="soft">{fileSize(bytes, spoken)}</span>
    </ButtonLink>
  );
}
