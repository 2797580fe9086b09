import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { OutlineSection, SectionRole } from "~/domain/protocol/outline";
import { QuestionNumber } from "~/ui/statement-number";
import { Sheet } from "~/ui/sheet";
import { Told } from "./told";

/** A section of the outline with its depth and who writes and reviews it, inherited or of its own. */
export interface ShownOutlineSection {
  node: OutlineSection;
  depth: number;
  write: SectionRole | null;
  review: SectionRole | null;
}

/** The outline of the document: what each section answers and shows, and who writes and reviews it. */
export function OutlinePart({ outline, base }: { outline: readonly ShownOutlineSection[]; base: string }) {
  const t = useTranslations("protocol");
  const named = useTranslations("ui.table");
  return (
    <Sheet title={t("parts.outline")} flush>
      <div className="scroll" role="region" tabIndex={0} aria-label={named("region", { caption: t("parts.outline") })}>
        <table className="t list tree-table">
          <caption className="vh">{t("parts.outline")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("section")}</th>
              <th scope="col">{t("answersQuestions")}</th>
              <th scope="col">{t("shows")}</th>
              <th scope="col">{t("writes")}</th>
              <th scope="col">{t("reviews")}</th>
            </tr>
          </thead>
          <tbody>
            {outline.map((section) => (
              <SectionRow key={section.node.id} section={section} base={base} />
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  );
}

function SectionRow({ section: { node, depth, write, review }, base }: { section: ShownOutlineSection; base: string }) {
  const t = useTranslations("protocol");
  return (
    <tr>
      <th scope="row" className={`n-title d${Math.min(depth, 3)}`}>
        <span className="code num">{node.code} </span>
        <Link to={`${base}/sections/${node.code}`}>
          <Told of={node.title} />
        </Link>
        <span className="soft small">
          {" "}
          {t(`sectionKinds.${node.kind}`)}
          {!node.required && <> · {t("notRequired")}</>}
          {node.language && <> · {t("inOneLanguage", { code: node.language })}</>}
          {node.words && <> · {t("words", { count: node.words })}</>}
        </span>
        {node.guidance && (
          <p className="small soft">
            <Told of={node.guidance} />
          </p>
        )}
      </th>
      <td className="n-meta chips" data-head={t("answersQuestions")}>
        {(node.questions ?? []).map((code) => (
          <QuestionNumber key={code} code={code} href={`${base}/questions/${code}`} />
        ))}
      </td>
      <td className="n-meta small" data-head={t("shows")}>
        {node.data && t(`dataBlocks.${node.data}`)}
        {node.of && <span className="soft"> ({node.of.join(", ")})</span>}
      </td>
      <td className="n-meta small" data-head={t("writes")}>
        {write && t(`roles.${write}`)}
      </td>
      <td className="n-meta small" data-head={t("reviews")}>
        {review && t(`roles.${review}`)}
      </td>
    </tr>
  );
}
