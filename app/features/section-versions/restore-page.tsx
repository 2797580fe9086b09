import { useTranslations } from "use-intl";
import { ConfirmPage } from "~/ui/confirm-page";
import type { loadVersion } from "./load-version.server";
import type { RestoreProblem } from "./restore-form.server";
import { useVersionCrumbs } from "./versions-page";

type Loaded = Awaited<ReturnType<typeof loadVersion>>;

/** The page that asks whether a section is to be brought back to one of its versions. */
export function RestorePage({ loaded, problem }: { loaded: Loaded; problem: RestoreProblem | undefined }) {
  const t = useTranslations("versions");
  const { head, number } = loaded;
  return (
    <ConfirmPage
      title={t("restoreTitle", { title: head.title, number })}
      crumbs={useVersionCrumbs(head, t("restore"))}
      consequences={[t("restoreFollows", { number, next: head.changes + 1 }), t("restoreKeeps"), t("restoreRefused")]}
      hidden={{ changes: head.changes }}
      act={t("restoreAct", { number })}
      refused={loaded.mayRestore ? undefined : t("notNow")}
      cancelHref={`${head.path}/versions/${number}`}
      errors={problem ? [{ message: t(`problem.${problem.message}`, { codes: problem.codes.join(", ") }) }] : []}
    />
  );
}
