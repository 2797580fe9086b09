import { useTranslations } from "use-intl";
import { textOfDoc } from "~/domain/text/text-of-doc";
import { Difference as WordsDifference } from "~/ui/difference";
import type { Difference } from "./load-difference.server";
import type { BlockView } from "./section-view.server";

/** Each part of a section as it was and as it is, beside each other. */
export function ReviewBeside({ blocks, difference }: { blocks: readonly BlockView[]; difference: Difference }) {
  const t = useTranslations("reviewing");
  const gone = difference.words.filter(({ kind, blockId }) => kind === "removed" && !blocks.some(({ id }) => id === blockId));
  const rows = blocks.flatMap((block) => {
    const after = textOfDoc(block.document);
    const change = difference.words.find(({ blockId, language }) => blockId === block.id && language === block.language);
    return block.kind === "data"
      ? []
      : [{ key: block.id, code: block.statement?.code ?? "", language: block.language, before: change ? change.before : after, after }];
  });
  const all = [...rows, ...gone.map(({ key, code, language, before }) => ({ key, code, language, before, after: "" }))];
  return (
    <div className="scroll" role="region" aria-label={t("beside")} tabIndex={0}>
      <table className="was-now">
        <thead>
          <tr>
            <th scope="col">{t("part")}</th>
            <th scope="col">{t("before")}</th>
            <th scope="col">{t("now")}</th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ key, code, language, before, after }) => (
            <tr key={key}>
              <th scope="row">{code}</th>
              <td lang={language}>{before}</td>
              <td lang={language}>{before === after ? after : <WordsDifference before={before} after={after} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
