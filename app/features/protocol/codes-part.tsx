import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { CodebookCode } from "~/domain/protocol/codebook";
import type { Placed } from "~/domain/protocol/readers";
import { DefinitionList } from "~/ui/definition-list";
import { EmptyState } from "~/ui/empty-state";
import { Sheet } from "~/ui/sheet";
import { Told } from "./told";

/** The codebook: what each code means, when it is used and when not. */
export function CodesPart({ codes, base }: { codes: readonly Placed<CodebookCode>[]; base: string }) {
  const t = useTranslations("protocol");
  if (codes.length === 0) return <EmptyState title={t("codes.none")} />;
  return (
    <Sheet title={t("parts.codes")} flush>
      <ul className="codebook">
        {codes.map(({ node, depth }) => (
          <li key={node.id} className={depth === 0 ? "stack" : "stack sub"} id={`code-${node.id}`}>
            <p className="row wrap">
              <b>
                <Told of={node.title} />
              </b>
              <Link className="small push" to={`${base}/codes/${node.id}`}>
                {t("codes.passages")}
              </Link>
            </p>
            <p>
              <Told of={node.definition} />
            </p>
            <DefinitionList
              facts={[
                { term: t("codes.useWhen"), value: <Told of={node.useWhen} /> },
                { term: t("codes.notWhen"), value: node.notWhen && <Told of={node.notWhen} /> },
              ]}
            />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
