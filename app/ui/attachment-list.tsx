import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { filesAnchor } from "~/domain/files/anchor";
import { fileKinds, type HolderKind, nameOfType } from "~/domain/files/kinds";
import { ButtonLink } from "./button";
import { fileSize } from "./format";
import { Icon } from "./icon";
import { useLanguage } from "./intl";
import { Sheet } from "./sheet";
import { Time } from "./time";

/** A file in the list. */
interface ListedFile {
  id: string;
  name: string;
  type: string;
  bytes: number;
  note: string;
  byName: string | null;
  at: Date;
}

export interface AttachmentListProps {
  holder: HolderKind;
  /** The files, whether they are this person's to read, and how the address of the page that adds one names their holder. */
  list: { files: readonly ListedFile[]; mayRead: boolean; addTo: string | null };
  /** The address of the assessment. */
  base: string;
  /** Whose files they are, where a page shows several lists. */
  of?: string | undefined;
  /** The address of the page that shows a PDF of them, without its id; absent where none does. */
  readAt?: string | undefined;
}

/** The files of an interview, a consent or a source: each a download with its note; and the way to add one. */
export function AttachmentList({ holder, list, base, of, readAt }: AttachmentListProps) {
  const t = useTranslations("attachments");
  const { files, mayRead, addTo } = list;
  return (
    <Sheet
      title={of ? t("titleOf", { of }) : t("title")}
      id={filesAnchor(of)}
      aside={mayRead && files.length > 0 && <span className="soft num">{files.length}</span>}
    >
      {!mayRead && <p className="soft small">{t(`list.hidden.${holder}`)}</p>}
      {mayRead && files.length === 0 && <p className="soft small">{t("list.none")}</p>}
      {files.length > 0 && (
        <ul className="files">
          {files.map((file) => (
            <FileRow key={file.id} file={file} base={base} readAt={readAt} />
          ))}
        </ul>
      )}
      {addTo !== null && (
        <div>
          <ButtonLink
            to={`${base}/attachments/new?holder=${encodeURIComponent(addTo)}`}
            size="small"
            icon="plus"
            about={addTo.split(":").slice(1).join(" ")}
          >
            {t("add")}
          </ButtonLink>
        </div>
      )}
    </Sheet>
  );
}

function FileRow({ file, base, readAt }: { file: ListedFile; base: string; readAt: string | undefined }) {
  const t = useTranslations("attachments.list");
  const language = useLanguage();
  const { id, name, type, bytes, note, byName, at } = file;
  return (
    <li>
      <a href={`${base}/attachments/${id}`} download={name}>
        <Icon name="download" />
        <bdi className="breakable">{name}</bdi>
        <span className="vh"> {t("download")}</span>
      </a>
      {note !== "" && <p className="small keep-lines">{note}</p>}
      <p className="small soft">
        {t("facts", { kind: nameOfType(type), size: fileSize(bytes, language) })}, <Time at={new Date(at)} as="table" />
        {byName !== null && `, ${t("by", { name: byName })}`}
        {readAt !== undefined && type === fileKinds.pdf.type && (
          <>
            {" · "}
            <Link to={`${readAt}/${id}`}>
              {t("read")}
              <span className="vh">: {name}</span>
            </Link>
          </>
        )}
        {" · "}
        <Link to={`${base}/attachments/${id}/change`}>
          {t("change")}
          <span className="vh">: {name}</span>
        </Link>
      </p>
    </li>
  );
}
