import { useTranslations } from "use-intl";
import { StatementNumber } from "~/ui/statement-number";
import type { BlockOf } from "./blocks-of-version.server";

/** What a block is: its statement, running text, or what it shows from the records. */
export function BlockName({ block: { code, isRepeat, shows } }: { block: BlockOf }) {
  const t = useTranslations("versions");
  const s = useTranslations("sections");
  if (shows)
    return <b>{[s(`dataBlocks.${shows.block}`), shows.narrowed, shows.pictures && s("showings.pictures")].filter(Boolean).join(": ")}</b>;
  if (code === "") return <b>{t("text")}</b>;
  return (
    <>
      <StatementNumber code={code} />
      {isRepeat && <span>{s("kinds.repeat")}</span>}
    </>
  );
}

/** What a statement says of itself beside its words, each with its name; what it does not say is left out. */
export function useSaid() {
  const t = useTranslations("versions.said");
  return (block: BlockOf | null) => {
    const said = {
      confidence: [block?.confidence, block?.confidenceReason].filter(Boolean).join(". "),
      components: block?.components ?? "",
      contradictionAnswer: block?.contradictionAnswer ?? "",
      addressee: block?.addressee ?? "",
    };
    return (["confidence", "components", "contradictionAnswer", "addressee"] as const).map((name) => ({
      name,
      label: t(name),
      text: said[name],
    }));
  };
}
