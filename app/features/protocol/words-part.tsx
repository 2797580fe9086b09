import { useTranslations } from "use-intl";
import type { Protocol } from "~/domain/protocol/schema";
import { DefinitionList } from "~/ui/definition-list";
import { EmptyState } from "~/ui/empty-state";
import { Sheet } from "~/ui/sheet";
import { Told } from "./told";

type Words = NonNullable<Protocol["definitions"]>;

/** What the words of the study mean: its definitions, and its abbreviations written out. */
export function WordsPart({ abbreviations, definitions }: { abbreviations: Words; definitions: Words }) {
  const t = useTranslations("protocol.terms");
  if (abbreviations.length + definitions.length === 0)
    return (
      <Sheet title={t("title")}>
        <EmptyState title={t("none")} />
      </Sheet>
    );
  return (
    <>
      <List title={t("definitions")} words={definitions} />
      <List title={t("abbreviations")} words={abbreviations} />
    </>
  );
}

function List({ title, words }: { title: string; words: Words }) {
  if (words.length === 0) return null;
  return (
    <Sheet title={title}>
      <DefinitionList facts={words.map(({ key, text }) => ({ term: <bdi>{key}</bdi>, value: <Told of={text} /> }))} wide />
    </Sheet>
  );
}
