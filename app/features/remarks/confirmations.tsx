import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { ConfirmPage } from "~/ui/confirm-page";
import type { SendShown, ShowShown } from "./load-send.server";
import { RemarkItem } from "./remark-item";
import type { ShownRemark } from "./queries.server";

/** Says what sending drafts does, and lists them. */
export function SendConfirmation({ page, kept }: { page: SendShown; kept: Kept }) {
  const t = useTranslations("remarks");
  const { path, number, remarks, isLate } = page;
  const title = t("send.title", { count: remarks.length });
  return (
    <ConfirmPage
      title={title}
      crumbs={[{ label: t("edition", { number }), href: path }, { label: t("crumb"), href: `${path}/remarks` }, { label: title }]}
      consequences={[t("send.who"), t("send.final"), isLate ? t("send.late") : t("send.later")]}
      act={title}
      refused={remarks.length === 0 ? t("send.empty") : undefined}
      cancelHref={`${path}/remarks`}
      errors={kept.summary}
    >
      <Listed name="draft" title={t("send.list")} remarks={remarks} />
    </ConfirmPage>
  );
}

/** Says what showing responses does, and lists them. */
export function ShowConfirmation({ page, kept }: { page: ShowShown; kept: Kept }) {
  const t = useTranslations("remarks");
  const { path, number, remarks, waiting } = page;
  const title = t("show.title", { count: remarks.length });
  return (
    <ConfirmPage
      title={title}
      crumbs={[{ label: t("edition", { number }), href: path }, { label: t("crumb"), href: `${path}/remarks` }, { label: title }]}
      consequences={[t("show.who"), t("show.stays"), t("show.annex"), ...(waiting > 0 ? [t("show.waiting", { count: waiting })] : [])]}
      act={title}
      refused={remarks.length === 0 ? t("show.empty") : undefined}
      cancelHref={`${path}/remarks`}
      errors={kept.summary}
    >
      <Listed name="remark" title={t("show.list")} remarks={remarks} />
    </ConfirmPage>
  );
}

/** What it is about, each at the version that is shown here: one that was changed since is not sent along. */
function Listed({ name, title, remarks }: { name: string; title: string; remarks: readonly ShownRemark[] }) {
  return (
    <section aria-label={title} className="gap">
      {remarks.map((remark) => (
        <RemarkItem key={remark.id} remark={remark}>
          <input type="hidden" name={name} value={`${remark.id}:${remark.version}`} />
        </RemarkItem>
      ))}
    </section>
  );
}
