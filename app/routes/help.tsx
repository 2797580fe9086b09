import { useTranslations } from "use-intl";
import type { PageHandle } from "~/platform/page-handle";
import { DefinitionList } from "~/ui/definition-list";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";

export const handle: PageHandle = { title: (t) => t("help.title") };

const words = [
  "protocol",
  "question",
  "excerpt",
  "statement",
  "ground",
  "stale",
  "signOff",
  "round",
  "attribution",
  "edition",
  "trail",
] as const;
const flows = ["lead", "researcher", "reviewer", "commissioner"] as const;
const steps = ["one", "two", "three", "four"] as const;
const keys = [
  "search",
  "cite",
  "note",
  "reference",
  "figure",
  "heading",
  "indent",
  "rows",
  "columns",
  "next",
  "open",
  "jump",
  "notAsked",
  "mark",
  "followUp",
  "take",
  "clock",
  "list",
] as const;
const signs = [
  "paragraph",
  "heading",
  "list",
  "numbered",
  "table",
  "emphasis",
  "strong",
  "link",
  "footnote",
  "citation",
  "reference",
  "figure",
  "escape",
] as const;

/** What the words mean, what each role does, the keys and the plain syntax of the editor. */
export default function HelpPage() {
  const t = useTranslations("help");
  return (
    <>
      <PageHead title={t("title")} lede={t("lede")} />
      <div className="gap">
        <Sheet title={t("words.title")}>
          <DefinitionList facts={words.map((word) => ({ term: t(`words.${word}.term`), value: t(`words.${word}.meaning`) }))} wide />
        </Sheet>
        {flows.map((flow) => (
          <Sheet key={flow} title={t(`flows.${flow}.title`)}>
            <ol className="follows">
              {steps.map((step) => (
                <li key={step}>{t(`flows.${flow}.${step}`)}</li>
              ))}
            </ol>
          </Sheet>
        ))}
        <Sheet title={t("keys.title")} intro={t("keys.intro")}>
          <DefinitionList facts={keys.map((key) => ({ term: <kbd>{t(`keys.${key}.key`)}</kbd>, value: t(`keys.${key}.does`) }))} wide />
        </Sheet>
        <Sheet title={t("syntax.title")} intro={t("syntax.intro")}>
          <DefinitionList
            facts={signs.map((sign) => ({ term: <code>{t(`syntax.${sign}.sign`)}</code>, value: t(`syntax.${sign}.becomes`) }))}
            wide
          />
        </Sheet>
      </div>
    </>
  );
}
