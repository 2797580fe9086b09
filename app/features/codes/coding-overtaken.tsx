import { useTranslations } from "use-intl";
import type { Overtaken } from "~/domain/overtaken";
import { OvertakenScreen } from "~/ui/overtaken-screen";
import type { CodedTextPage } from "./load-coded-text.server";

/** Somebody else changed the code or the note of a mark meanwhile. */
export function CodingOvertaken({ overtaken, page }: { overtaken: Overtaken; page: CodedTextPage }) {
  const t = useTranslations("codes");
  return (
    <OvertakenScreen
      what={t("text.title", { code: page.code })}
      overtaken={overtaken}
      fields={[
        { name: "code", label: t("code"), kind: "choice", options: page.codes },
        { name: "note", label: t("note"), kind: "lines" },
      ]}
    />
  );
}
