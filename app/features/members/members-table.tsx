import { useTranslations } from "use-intl";
import type { Role } from "~/domain/permissions";
import type { Kept } from "~/platform/kept";
import { DataTable } from "~/ui/data-table";
import { StatusTag } from "~/ui/status-tag";
import { Time } from "~/ui/time";
import { ChangeMemberForm } from "./member-forms";

/** A person of the assessment. */
export interface MemberLine {
  id: string;
  name: string;
  email: string;
  role: Role;
  endsOn: string | null;
  ended: boolean;
  version: number;
}

/** The people of the assessment with their roles; the lead can change them. */
export function MembersTable({ members, manages, kept }: { members: readonly MemberLine[]; manages: boolean; kept: Kept }) {
  const t = useTranslations("members");
  return (
    <DataTable
      caption={t("caption")}
      rows={members}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", head: t("name"), narrow: "title", cell: ({ name }) => name },
        { key: "role", head: t("role"), narrow: "meta", cell: ({ role }) => t(`roles.${role}`) },
        { key: "email", head: t("email"), narrow: "meta", cell: ({ email }) => email },
        { key: "ends", head: t("ends"), narrow: "meta", cell: (member) => <MemberEnd member={member} /> },
        ...(manages
          ? [
              {
                key: "change",
                head: t("acts"),
                narrow: "meta" as const,
                cell: (member: MemberLine) => <ChangeMemberForm member={member} kept={kept} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function MemberEnd({ member: { endsOn, ended } }: { member: MemberLine }) {
  const t = useTranslations("members");
  if (endsOn === null) return <>{t("noEnd")}</>;
  return (
    <span className="row">
      <Time at={endsOn} as="long" />
      {ended && <StatusTag state="ended" />}
    </span>
  );
}
