import { useTranslations } from "use-intl";
import { placeholderList } from "~/domain/house-style/placeholders";
import type { TemplateFacts } from "~/domain/house-style/template";
import { DefinitionList } from "~/ui/definition-list";
import { useLanguage } from "~/ui/intl";
import { Sheet } from "~/ui/sheet";
import { useTimeText } from "~/ui/time";
import type { HouseStyleShown } from "./open-house-style.server";

/** What was found in a template. */
export function TemplateFactsSheet({ style }: { style: HouseStyleShown }) {
  const t = useTranslations("houseStyle");
  const time = useTimeText();
  const language = useLanguage();
  const { facts, fileName, by, at, sha256 } = style;
  const count = (type: TemplateFacts["styles"][number]["type"]) => facts.styles.filter((one) => one.type === type).length;
  const { width, height, left, right } = facts.page;
  const dropped = [
    ...(facts.picturesLeft > 0 ? [t("picturesLeft", { count: facts.picturesLeft })] : []),
    ...(facts.links > 0 ? [t("links", { count: facts.links })] : []),
    ...(facts.fonts > 0 ? [t("fonts", { count: facts.fonts })] : []),
  ];
  return (
    <Sheet title={t("found")}>
      <DefinitionList
        facts={[
          { term: t("foundIn"), value: <span className="break">{fileName}</span> },
          { term: t("uploadedBy"), value: t("byOn", { by: by ?? "–", on: time(new Date(at), "date-time") }) },
          { term: t("fingerprint"), value: <span className="mono small">sha256 {sha256.slice(0, 16)}</span> },
          {
            term: t("styles"),
            value: t("stylesCount", { paragraph: count("paragraph"), character: count("character"), table: count("table") }),
          },
          { term: t("header"), value: useEdgeText(facts, "header") },
          { term: t("footer"), value: useEdgeText(facts, "footer") },
          { term: t("logo"), value: usePicturesText(facts) },
          { term: t("cover"), value: facts.cover ? t(`coverRule.${facts.cover.rule}`) : t("none") },
          {
            term: t("page"),
            value: t("pageSize", { width: millimetres(width), height: millimetres(height), text: millimetres(width - left - right) }),
          },
          { term: t("filled"), value: placeholderList(facts.placeholders, language) },
          { term: t("droppedTitle"), value: dropped.join(", ") },
        ]}
      />
    </Sheet>
  );
}

const millimetres = (twips: number) => Math.round((twips / 1440) * 25.4);

function useEdgeText({ edges }: TemplateFacts, place: "header" | "footer"): string {
  const t = useTranslations("houseStyle");
  const own = edges.filter((edge) => edge.place === place).flatMap(({ lines }) => lines);
  const texts = [...new Set(own.map(({ text }) => text).filter((text) => text !== ""))];
  if (texts.length > 0) return texts.join(" · ");
  return t(own.length > 0 ? "noText" : "none");
}

function usePicturesText({ pictures }: TemplateFacts): string {
  const t = useTranslations("houseStyle");
  if (pictures.length === 0) return t("none");
  const hidden = pictures.filter(({ shown }) => !shown).length;
  return [t("pictures", { count: pictures.length }), ...(hidden > 0 ? [t("notShown", { count: hidden })] : [])].join(", ");
}
