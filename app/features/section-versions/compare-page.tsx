import { useLocation } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Difference } from "~/ui/difference";
import { LinkTabs } from "~/ui/link-tabs";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { Time } from "~/ui/time";
import type { BlockOf } from "./blocks-of-version.server";
import { BlockName, useSaid } from "./block-name";
import type { ComparedBlock, loadComparison } from "./load-version.server";
import { useVersionCrumbs } from "./versions-page";

type Loaded = Awaited<ReturnType<typeof loadComparison>>;

/** Two versions of a section: words, places, evidence and confidence that differ, in one text or beside each other. */
export function ComparePage({ loaded, beside }: { loaded: Loaded; beside: boolean }) {
  const t = useTranslations("versions");
  const { pathname } = useLocation();
  const { head, from, to, blocks } = loaded;
  const changed = blocks.filter(({ what, moved }) => what !== "same" || moved);
  return (
    <>
      <PageHead
        title={t("titleCompare", { title: head.title, from: from.number, to: to.number })}
        crumbs={useVersionCrumbs(head, t("compareOf", { from: from.number, to: to.number }))}
        lede={
          to.made && (
            <>
              {t("until", { number: to.number, by: to.made.by })} <Time at={to.made.at} as="date-time" />
            </>
          )
        }
      />
      <LinkTabs
        label={t("shown")}
        current={beside ? `${pathname}?view=beside` : pathname}
        tabs={[
          { label: t("inline"), href: pathname },
          { label: t("beside"), href: `${pathname}?view=beside` },
        ]}
      />
      {changed.length === 0 && <Notice>{t("noDifference")}</Notice>}
      <article className="sheet paper">
        <div className="doc edit">
          {changed.map((block) => (
            <Compared key={block.id} block={block} beside={beside} />
          ))}
        </div>
      </article>
    </>
  );
}

function Compared({ block, beside }: { block: ComparedBlock; beside: boolean }) {
  const t = useTranslations("versions");
  const { code, what, moved, before, after } = block;
  const shown = after ?? before;
  return (
    <section className="block" aria-label={code || t("text")}>
      <p className="row wrap small soft">
        {shown && <BlockName block={shown} />}
        {what !== "same" && <span>{t(`what.${what}`)}</span>}
        {moved && <span>{t("what.moved")}</span>}
      </p>
      {languagesOf(block).map((language) => (
        <Texts key={language} language={language} before={textIn(before, language)} after={textIn(after, language)} beside={beside} />
      ))}
      <Links before={before?.links ?? []} after={after?.links ?? []} />
      <Said before={before} after={after} />
    </section>
  );
}

const textIn = (block: BlockOf | null, language: string) => block?.texts.find((text) => text.language === language)?.text ?? "";

function languagesOf({ before, after }: ComparedBlock): string[] {
  return [...new Set([...(before?.texts ?? []), ...(after?.texts ?? [])].map(({ language }) => language))];
}

function Texts({ language, before, after, beside }: { language: string; before: string; after: string; beside: boolean }) {
  if (before === after) return null;
  if (!beside)
    return (
      <p className="quote kept-lines">
        <Difference before={before} after={after} lang={language} />
      </p>
    );
  return (
    <div className="behind-pair">
      <p className="quote kept-lines" lang={language}>
        {before}
      </p>
      <p className="quote kept-lines">
        <Difference before={before} after={after} lang={language} />
      </p>
    </div>
  );
}

/** Evidence that came, went or does something else. */
function Links({ before, after }: { before: BlockOf["links"]; after: BlockOf["links"] }) {
  const t = useTranslations("versions");
  const words = ({ code, kind, note }: BlockOf["links"][number]) => [code, t(`kind.${kind as "supports"}`), note].filter(Boolean).join(" ");
  const gone = before.filter((link) => !after.some((one) => one.id === link.id && words(one) === words(link)));
  const come = after.filter((link) => !before.some((one) => one.id === link.id && words(one) === words(link)));
  if (gone.length + come.length === 0) return null;
  return (
    <ul className="small">
      {gone.map((link) => (
        <li key={`- ${link.id}`}>
          {t("evidenceGone")} <del>{words(link)}</del>
        </li>
      ))}
      {come.map((link) => (
        <li key={`+ ${link.id}`}>
          {t("evidenceCome")} <ins>{words(link)}</ins>
        </li>
      ))}
    </ul>
  );
}

function Said({ before, after }: { before: BlockOf | null; after: BlockOf | null }) {
  const said = useSaid();
  const was = said(before);
  return said(after).map(({ name, label, text }, at) =>
    was[at]?.text === text ? null : (
      <p key={name} className="small">
        {label} <Difference before={was[at]?.text ?? ""} after={text} />
      </p>
    ),
  );
}
