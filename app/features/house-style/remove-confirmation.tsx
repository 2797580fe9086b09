import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { ConfirmPage } from "~/ui/confirm-page";

/** Says what removing a house style does. */
export function RemoveConfirmation({ path, style, kept }: { path: string; style: { fileName: string; version: number }; kept: Kept }) {
  const t = useTranslations("houseStyle");
  const editions = useTranslations("editions");
  const title = t("removeTitle", { name: style.fileName });
  return (
    <ConfirmPage
      title={title}
      crumbs={[{ label: editions("heading"), href: path }, { label: t("title"), href: `${path}/house-style` }, { label: t("remove") }]}
      consequences={[t("removeEffect"), t("removeKept")]}
      hidden={{ version: style.version }}
      act={t("removeAct")}
      danger
      cancelHref={`${path}/house-style`}
      errors={kept.summary}
    />
  );
}
