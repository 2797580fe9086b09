import { useTranslations } from "use-intl";
import { LinkTabs } from "~/ui/link-tabs";
import { RichText } from "~/ui/rich-text";
import { Sheet } from "~/ui/sheet";
import { StatementNumber } from "~/ui/statement-number";
import type { Certificate } from "./certificate-page";
import type { SignedBlock } from "./load-certificate.server";

/** The text of a section as it was signed, in one of the languages that the sign-off covers. */
export function SignedText({ certificate }: { certificate: Certificate }) {
  const t = useTranslations("signOffs");
  const { content, languages, language, heading, values } = certificate;
  const tabs = languages.map((one) => ({ label: one.toUpperCase(), href: `?in=${one}` }));
  return (
    <Sheet title={t("text")}>
      {languages.length > 1 && <LinkTabs label={t("languages")} tabs={tabs} current={`?in=${language}`} />}
      <div className="doc" lang={language}>
        <h3>{heading}</h3>
        {content.blocks.length === 0 && <p className="soft">{t("nothing")}</p>}
        {content.blocks.map((block, at) => (
          <Block key={at} block={block} at={at} language={language} codes={content.codes} />
        ))}
      </div>
      {values.length > 0 && (
        <>
          <h3>{t("values")}</h3>
          <ul className="small">
            {values.map(({ row }, at) => (
              <li key={at}>{row}</li>
            ))}
          </ul>
        </>
      )}
    </Sheet>
  );
}

function Block({
  block,
  at,
  language,
  codes,
}: {
  block: SignedBlock;
  at: number;
  language: string;
  codes: Certificate["content"]["codes"];
}) {
  const t = useTranslations("signOffs");
  const [own, other] = [block.text[language], Object.entries(block.text)[0]];
  const doc = own ?? other?.[1];
  if (block.kind === "repeat") return <p className="soft">{t("repeated", { code: block.code })}</p>;
  return (
    <div className="block">
      {block.code !== "" && <StatementNumber code={block.code} />}
      {doc && (
        <RichText
          doc={doc}
          id={`signed-${at}`}
          lang={own ? language : other?.[0]}
          citation={(id) => <span className="small">[{codes[id] ?? "…"}]</span>}
        />
      )}
      {block.links.length > 0 && <p className="small soft">{block.links.map(({ code }) => code ?? t("hidden")).join(", ")}</p>}
      {block.confidence !== null && <p className="small soft">{t("confidence", { level: block.confidence })}</p>}
    </div>
  );
}
