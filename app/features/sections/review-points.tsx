import { useTranslations } from "use-intl";
import { Sheet } from "~/ui/sheet";
import type { OpenPoint } from "./open-points.server";

/** What a reviewer has to look at in a section, each a link to its place; n and p go through them. */
export function ReviewPoints({ points }: { points: readonly OpenPoint[] }) {
  const t = useTranslations("reviewing");
  return (
    <Sheet title={t("openPoints")} aside={<span className="small soft num">{points.length}</span>}>
      {points.length === 0 && <p className="small soft">{t("noOpenPoints")}</p>}
      <ol className="items small">
        {points.map(({ kind, anchor, code, words }, at) => (
          <li key={at}>
            <a href={`#${anchor}`}>{t(`point.${kind}`, { code, where: code === "" ? "none" : "code" })}</a>
            {words !== "" && (
              <p className="soft">
                <q>{words.length > 160 ? `${words.slice(0, 160).trimEnd()}…` : words}</q>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Sheet>
  );
}

const keys = ["j", "k", "n", "p", "Enter"] as const;

/** The keys of the page. */
export function ReviewHelp() {
  const t = useTranslations("reviewing");
  return (
    <details className="more" id="keys">
      <summary>{t("keys")}</summary>
      <dl className="man">
        {keys.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`key.${key}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
