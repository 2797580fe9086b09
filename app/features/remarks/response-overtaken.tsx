import { useTranslations } from "use-intl";
import type { Overtaken } from "~/domain/overtaken";
import { stances } from "~/domain/remarks/remark";
import { OvertakenScreen, type OvertakenField } from "~/ui/overtaken-screen";
import type { ResponseShown } from "./load-response.server";

/** Somebody else wrote the response meanwhile. */
export function ResponseOvertaken({ overtaken, page }: { overtaken: Overtaken; page: ResponseShown }) {
  const t = useTranslations("remarks.respond");
  const words = useTranslations("remarks");
  const texts = (["response", "changed"] as const).flatMap((name) =>
    page.languages.map((language): OvertakenField => ({
      name: `${name}@${language}`,
      label: t(name, { language: language.toUpperCase() }),
      kind: "lines",
      lang: language,
    })),
  );
  const options = [...stances.map((value) => ({ value, label: words(`stances.${value}`) })), { value: "", label: t("noStance") }];
  return (
    <OvertakenScreen
      what={page.remark.code}
      overtaken={overtaken}
      fields={[
        { name: "stance", label: t("stance"), kind: "choice", options },
        ...texts,
        {
          name: "statements",
          label: t("statements"),
          kind: "list",
          options: page.statements.map(({ id, code }) => ({ value: id, label: code })),
        },
      ]}
    />
  );
}
