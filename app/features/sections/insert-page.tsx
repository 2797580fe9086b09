import { useTranslations } from "use-intl";
import { Sheet } from "~/ui/sheet";
import { SectionHead } from "./section-head";
import type { loadInsert } from "./load-insert.server";
import { useReferenceLabel } from "./text-marks";

type Loaded = Awaited<ReturnType<typeof loadInsert>>;

/** What can be put into a text, with what is typed for it where there is no editor. */
export function InsertPage({ loaded }: { loaded: Loaded }) {
  const t = useTranslations("sections");
  const figure = useTranslations("sections.figures");
  const label = useReferenceLabel();
  const { head, references, figures, language } = loaded;
  return (
    <>
      <SectionHead head={head} page={t("insertTitle")} />
      <div className="gap">
        <Sheet title={t("insertFigures")} intro={t("insertFiguresHint")} flush>
          <InsertTable
            caption={t("insertFigures")}
            columns={[t("typed"), t("figureOf"), t("valueNow")]}
            rows={figures.map(({ of, name, about, shown }) => [`[[=${of}]]`, figure(name, { about }), shown[language] ?? ""])}
          />
        </Sheet>
        <Sheet title={t("insertReferences")} intro={t("insertReferencesHint")} flush>
          <InsertTable
            caption={t("insertReferences")}
            columns={[t("typed"), t("readsAs"), t("leadsTo")]}
            rows={references.map((one) => [`[[#${one.name}]]`, label(one), one.heading])}
          />
        </Sheet>
      </div>
    </>
  );
}

function InsertTable({ caption, columns, rows }: { caption: string; columns: readonly string[]; rows: readonly string[][] }) {
  const t = useTranslations("ui.table");
  return (
    <div className="scroll" role="region" tabIndex={0} aria-label={t("region", { caption })}>
      <table className="t">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([typed, ...cells]) => (
            <tr key={typed}>
              <th scope="row">
                <code>{typed}</code>
              </th>
              {cells.map((cell, at) => (
                <td key={at}>
                  <bdi>{cell}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
