import { useTranslations } from "use-intl";
import type { Overtaken } from "~/domain/overtaken";
import { roles } from "~/domain/permissions";
import { OvertakenScreen } from "~/ui/overtaken-screen";
import type { MemberLine } from "./members-table";

/** Somebody else changed the role or the end date meanwhile. */
export function MemberOvertaken({ overtaken, members }: { overtaken: Overtaken; members: readonly MemberLine[] }) {
  const t = useTranslations("members");
  const member = members.find(({ id }) => id === overtaken.mine["memberId"]?.[0]);
  return (
    <OvertakenScreen
      what={member?.name ?? t("title")}
      overtaken={overtaken}
      fields={[
        { name: "role", label: t("role"), kind: "choice", options: roles.map((role) => ({ value: role, label: t(`roles.${role}`) })) },
        { name: "endsOn", label: t("ends"), kind: "date" },
      ]}
    />
  );
}
