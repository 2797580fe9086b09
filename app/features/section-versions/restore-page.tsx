import { useTranslations } from "use-intl";
import { ConfirmPage } from "~/ui/confirm-page";
import { StatementNumber } from "~/ui/statement-number";
import type { Lost } from "./list-lost.server";
import type { loadRestore } from "./load-restore.server";
import type { RestoreProblem } from "./restore-form.server";
import { useVersionCrumbs } from "./versions-page";

type Loaded = Awaited<ReturnType<typeof loadRestore>>;

/** The page that asks whether a section is to be brought back to one of its versions. */
export function RestorePage({ loaded, problem }: { loaded: Loaded; problem: RestoreProblem | undefined }) {
  const t = useTranslations("versions");
  const { head, number } = loaded;
  const lost = problem && problem.lost.length > 0 ? problem.lost : loaded.lost;
  return (
    <ConfirmPage
      title={t("restoreTitle", { title: head.title, number })}
      crumbs={useVersionCrumbs(head, t("restore"))}
      consequences={[
        t("restoreFollows", { number, next: head.changes + 1 }),
        t("restoreKeeps"),
        t("restoreRefused"),
        ...(lost.length > 0 ? [<LostList key="lost" lost={lost} />] : []),
      ]}
      hidden={{ changes: head.changes, without: lost.map(({ id }) => id).join(" ") }}
      act={t(lost.length > 0 ? "restoreActWithout" : "restoreAct", { number })}
      refused={loaded.mayRestore ? undefined : t("notNow")}
      cancelHref={`${head.path}/versions/${number}`}
      errors={problem ? [{ message: t(`problem.${problem.message}`, { codes: problem.codes.join(", ") }) }] : []}
    />
  );
}

/** What of the version can't come back, and why. */
function LostList({ lost }: { lost: readonly Lost[] }) {
  const t = useTranslations("versions");
  return (
    <>
      {t("restoreWithout")}
      <ul>
        {lost.map((one) => (
          <li key={one.id}>
            {one.on !== "" && <StatementNumber code={one.on} />} <Why lost={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

const ofVersions = ["gone", "repeat-gone", "answered-elsewhere", "no-question"] as const;

function Why({ lost: { message, code, from } }: { lost: Lost }) {
  const t = useTranslations("versions.lost");
  const s = useTranslations("sections.refusals");
  const own = ofVersions.find((one) => one === message);
  return own ? t(own, { code }) : s(message as "archived", { code, from: from ?? "" });
}
