import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { ConfirmPage } from "~/ui/confirm-page";
import { TextArea } from "~/ui/text-area";
import type { EditionToMove } from "./open-edition.server";

/** Says what withdrawing does, and asks for the reason. */
export function WithdrawConfirmation({ edition, path, kept }: EditionToMove & { kept: Kept }) {
  const t = useTranslations("editions");
  const { number, version } = edition;
  const title = t("withdrawTitle", { number });
  return (
    <ConfirmPage
      title={title}
      crumbs={[{ label: t("heading"), href: path }, { label: t("edition", { number }), href: `${path}/${number}` }, { label: title }]}
      consequences={[t("withdraw_effect"), t("withdraw_kept")]}
      hidden={{ version }}
      act={t("withdrawAct", { number })}
      danger
      cancelHref={`${path}/${number}`}
      errors={kept.summary}
    >
      <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} value={kept.value("reason")} error={kept.error("reason")} />
    </ConfirmPage>
  );
}
