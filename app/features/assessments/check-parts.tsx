import { useTranslations } from "use-intl";
import { DefinitionList } from "~/ui/definition-list";
import { Sheet } from "~/ui/sheet";
import type { ProtocolFacts } from "./protocol-facts";

/** What the file holds, counted. */
export function FactsSheet({ facts }: { facts: ProtocolFacts }) {
  const t = useTranslations("assessments.check");
  const names = useTranslations("assessments");
  return (
    <Sheet title={t("inIt")}>
      <DefinitionList
        facts={[
          { term: t("facts.questions"), value: t("facts.questionsValue", { count: facts.questions, leaves: facts.leaves }) },
          { term: t("facts.guide"), value: t("facts.guideValue", { count: facts.guideQuestions, blocks: facts.guideBlocks }) },
          { term: t("facts.criteria"), value: String(facts.criteria) },
          { term: t("facts.frameworks"), value: t("facts.frameworksValue", { count: facts.frameworks, nodes: facts.nodes }) },
          { term: t("facts.options"), value: String(facts.options) },
          { term: t("facts.sections"), value: String(facts.sections) },
          { term: t("facts.languages"), value: facts.languages.map((code) => names("languageNames", { code })).join(", ") },
        ]}
      />
    </Sheet>
  );
}
