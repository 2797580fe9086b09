import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { Checkbox } from "~/ui/checkbox-group";
import { ConfirmPage } from "~/ui/confirm-page";
import type { EditionToMove } from "./open-edition.server";

/** Says who will see an edition and what is withheld, before it is released for good. */
export function ReleaseConfirmation({ edition, path, readers, small, withheld, unsigned, gate, kept }: EditionToMove & { kept: Kept }) {
  const t = useTranslations("editions");
  const { number, draft, version } = edition;
  const title = t("releaseTitle", { number });
  const lacking = unsigned + gate.blockers + gate.unreasoned > 0;
  return (
    <ConfirmPage
      title={title}
      crumbs={[
        { label: t("heading"), href: path },
        { label: t("draft", { number, draft }), href: `${path}/${number}/drafts/${draft}` },
        { label: title },
      ]}
      consequences={[
        t("release_readers", { count: readers.length, names: readers.join(", ") }),
        t("release_withheld", { count: withheld }),
        ...(small > 0 ? [t("release_small", { count: small })] : []),
        t("release_unsigned", { count: unsigned }),
        ...(gate.blockers + gate.unreasoned > 0 ? [t("release_gate", gate)] : []),
        t("release_fixed"),
      ]}
      hidden={{ version }}
      act={t("releaseAct", { number })}
      refused={edition.purpose === "final" && lacking ? t("finalRefused") : undefined}
      cancelHref={`${path}/${number}/drafts/${draft}`}
      errors={kept.summary}
    >
      <Checkbox name="understood" value="yes" label={t("understood")} error={kept.error("understood")} />
    </ConfirmPage>
  );
}
