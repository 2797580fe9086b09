import { useTranslations } from "use-intl";
import { fileEnding, type FileFormat } from "~/domain/document/file-formats";
import { ButtonLink } from "~/ui/button";
import { useLanguageName } from "./language-name";

/** The files of an edition as links. `draft` names one that was not released. */
export interface EditionFilesProps {
  /** Address of the edition. */
  path: string;
  files: readonly { format: FileFormat; language: string; bytes: number }[];
  draft?: number | undefined;
  small?: boolean | undefined;
}

/** Where a file of an edition is fetched. */
function fileHref(path: string, file: { format: FileFormat; language: string }, draft?: number): string {
  return `${path}/files/${fileEnding(file.language, file.format)}${draft === undefined ? "" : `?draft=${draft}`}`;
}

/** The files of an edition, one button each. */
export function EditionFiles({ path, files, draft, small }: EditionFilesProps) {
  const t = useTranslations("reading");
  const languageName = useLanguageName();
  return files.map((file) => (
    <ButtonLink
      key={`${file.format} ${file.language}`}
      to={fileHref(path, file, draft)}
      icon="download"
      size={small ? "small" : "normal"}
      download
    >
      {t("download", { format: t(`formats.${file.format}`), language: languageName(file.language) })}
    </ButtonLink>
  ));
}
