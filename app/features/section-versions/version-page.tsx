import { useTranslations } from "use-intl";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { MetaFact } from "~/ui/meta-fact";
import { PageHead } from "~/ui/page-head";
import { RichText } from "~/ui/rich-text";
import { Time } from "~/ui/time";
import type { BlockOf } from "./blocks-of-version.server";
import { BlockName, useSaid } from "./block-name";
import type { loadVersion } from "./load-version.server";
import { useVersionCrumbs } from "./versions-page";

type Loaded = Awaited<ReturnType<typeof loadVersion>>;

/** A section as it was after one of its changes, in each language. */
export function VersionPage({ loaded }: { loaded: Loaded }) {
  const t = useTranslations("versions");
  const { head, number, made, blocks, mayRestore } = loaded;
  return (
    <>
      <PageHead
        title={t("titleOf", { title: head.title, number })}
        crumbs={useVersionCrumbs(head, t("version", { number }))}
        meta={made && <Made made={made} />}
        acts={
          <>
            {number < head.changes && (
              <ButtonLink to={`${head.path}/versions/${number}/compare/${head.changes}`}>{t("compareNewest")}</ButtonLink>
            )}
            {head.changes > 1 && <ButtonLink to={`${head.path}/versions?from=${number}`}>{t("compareOther")}</ButtonLink>}
            {mayRestore && (
              <ButtonLink to={`${head.path}/versions/${number}/restore`} variant="primary" icon="rotate">
                {t("restore")}
              </ButtonLink>
            )}
          </>
        }
      />
      <article className="sheet paper">
        <div className="doc edit">
          {blocks.length === 0 && <EmptyState title={t("empty")} />}
          {blocks.map((block) => (
            <Block key={block.id} block={block} />
          ))}
        </div>
      </article>
    </>
  );
}

/** Who made a version, and when. */
function Made({ made }: { made: { by: string; at: Date } }) {
  return (
    <MetaFact icon="clock">
      <bdi>{made.by}</bdi>, <Time at={made.at} as="date-time" />
    </MetaFact>
  );
}

function Block({ block }: { block: BlockOf }) {
  return (
    <div className="block">
      {(block.code !== "" || block.shows) && (
        <p className="row wrap small soft">
          <BlockName block={block} />
        </p>
      )}
      {block.texts.map(({ language, document }) => (
        <RichText key={language} doc={document} id={`v-${block.id}-${language}`} lang={language} />
      ))}
      <Evidence block={block} />
    </div>
  );
}

function Evidence({ block }: { block: BlockOf }) {
  const t = useTranslations("versions");
  const said = useSaid();
  const { links } = block;
  return (
    <>
      {links.length > 0 && (
        <ul className="small">
          {links.map(({ id, code, kind, note }) => (
            <li key={id}>
              {code} {t(`kind.${kind as "supports"}`)} {note}
            </li>
          ))}
        </ul>
      )}
      {said(block).map(
        ({ name, label, text }) =>
          text !== "" && (
            <p key={name} className="small soft">
              {label} {text}
            </p>
          ),
      )}
    </>
  );
}
