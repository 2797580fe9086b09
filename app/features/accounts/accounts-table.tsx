import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { DataTable } from "~/ui/data-table";
import { StatusTag } from "~/ui/status-tag";
import { Time } from "~/ui/time";

/** An account in the administrator's list. */
export interface AccountLine {
  id: string;
  name: string;
  email: string;
  administrator: boolean;
  mayStart: boolean;
  hasPassword: boolean;
  deactivatedAt: Date | null;
  createdAt: Date;
}

/** All accounts of the installation. */
export function AccountsTable({ accounts }: { accounts: readonly AccountLine[] }) {
  const t = useTranslations("accounts");
  const rights = (account: AccountLine) =>
    [account.administrator && t("administrator"), account.mayStart && t("mayStart")].filter(Boolean).join(", ");
  return (
    <DataTable
      caption={t("caption")}
      rows={accounts}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          head: t("name"),
          narrow: "title",
          cell: (account) => <Link to={`/admin/accounts/${account.id}`}>{account.name}</Link>,
        },
        { key: "email", head: t("email"), narrow: "meta", cell: ({ email }) => email },
        { key: "rights", head: t("rights"), narrow: "meta", cell: rights },
        { key: "state", head: t("state"), narrow: "meta", cell: (account) => <AccountState account={account} /> },
        { key: "created", head: t("created"), narrow: "hidden", cell: ({ createdAt }) => <Time at={createdAt} as="table" /> },
      ]}
    />
  );
}

/** Whether an account can be used: open, waiting for its password, or closed. */
export function AccountState({ account }: { account: Pick<AccountLine, "deactivatedAt" | "hasPassword"> }) {
  if (account.deactivatedAt) return <StatusTag state="closed" />;
  return <StatusTag state={account.hasPassword ? "active" : "invited"} />;
}
