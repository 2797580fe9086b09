import { useTranslations } from "use-intl";
import { ButtonLink } from "~/ui/button";
import { useLanguageName } from "./language-name";

/** The files of an edition as links. `draft` names one that was not released. */
export interface EditionFilesProps {
  /** Address of the edition. */
  path: string;
  files: readonly { format: string; language: string; bytes: number }[];
  draft?: number | undefined;
  small?: boolean | undefined;
}

/** Where a file of an edition is fetched. */
function fileHref(path: string, file: { format: string; language: string }, draft?: number): string {
  return `${path}/files/${file.language}.${file.format}${draft === undefined ? "" : `?draft=${draft}`}`;
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
      {t("download", { language: languageName(file.language) })}
    </ButtonLink>
  ));
}
