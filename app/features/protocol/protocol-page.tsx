import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { LocalText } from "~/domain/local-text";
import { ButtonLink } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { LinkTabs } from "~/ui/link-tabs";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { MainAside, Sheet } from "~/ui/sheet";
import { Time, useTimeText } from "~/ui/time";
import { ActorsPart } from "./actors-part";
import { CodesPart } from "./codes-part";
import { CriteriaPart } from "./criteria-part";
import { FrameworksPart } from "./frameworks-part";
import { GuidePart } from "./guide-part";
import { OptionsPart } from "./options-part";
import { OutlinePart } from "./outline-part";
import { protocolParts } from "./parts";
import type { countParts, findFrozen, listVersions, ShownPart } from "./queries.server";
import { QuestionsPart } from "./questions-part";
import { RulesPart } from "./rules-part";
import { Told } from "./told";
import { WordsPart } from "./words-part";

export interface ProtocolPageProps {
  shown: ShownPart;
  counts: ReturnType<typeof countParts>;
  about: {
    title: LocalText;
    purpose: LocalText;
    commissioner: LocalText;
    subject?: LocalText | undefined;
    period?: { from: string; to: string } | undefined;
  };
  versions: Awaited<ReturnType<typeof listVersions>>;
  frozen: Awaited<ReturnType<typeof findFrozen>>;
  inForce: number;
  base: string;
  mayFreeze: boolean;
  mayReplace: boolean;
  /** What there is to say of deviations from it. */
  deviations?: ReactNode;
  mayDeviate: boolean;
}

/** The design of the study, a part at a time, with its versions beside it. */
export function ProtocolPage(props: ProtocolPageProps) {
  const { shown, counts, about, versions, frozen, inForce, base, mayFreeze, mayReplace, mayDeviate } = props;
  const t = useTranslations("protocol");
  const tabs = protocolParts.map((part) => ({ label: t(`parts.${part}`), href: `?part=${part}`, count: counts[part] }));
  const acts = frozen ? (
    mayDeviate && (
      <ButtonLink to={`${base}/protocol/deviations/new`} icon="plus" variant="primary">
        {t("deviate")}
      </ButtonLink>
    )
  ) : (
    <>
      {mayReplace && (
        <ButtonLink to={`${base}/protocol/replace`} icon="upload">
          {t("replace.act")}
        </ButtonLink>
      )}
      {mayFreeze && (
        <ButtonLink to={`${base}/protocol/freeze`} icon="lock" variant="primary">
          {t("freeze.act")}
        </ButtonLink>
      )}
    </>
  );
  return (
    <>
      <PageHead title={t("title")} lede={<Told of={about.title} />} acts={acts} />
      <FrozenNotice frozen={frozen} />
      {frozen && props.deviations}
      <LinkTabs label={t("partsLabel")} tabs={tabs} current={`?part=${shown.part}`} />
      <MainAside
        label={t("about")}
        aside={
          <>
            <Sheet title={t("about")}>
              <DefinitionList
                facts={[
                  { term: t("purpose"), value: <Told of={about.purpose} /> },
                  { term: t("commissioner"), value: <Told of={about.commissioner} /> },
                  ...(about.subject ? [{ term: t("subject"), value: <Told of={about.subject} /> }] : []),
                  ...(about.period ? [{ term: t("period"), value: <Period {...about.period} /> }] : []),
                ]}
                wide
              />
            </Sheet>
            <VersionsSheet versions={versions} inForce={inForce} base={base} />
          </>
        }
      >
        <Part shown={shown} base={base} />
      </MainAside>
    </>
  );
}

function Period({ from, to }: { from: string; to: string }) {
  const t = useTranslations("protocol");
  return t.rich("periodOf", { from: () => <Time at={from} />, to: () => <Time at={to} /> });
}

function Part({ shown, base }: { shown: ShownPart; base: string }) {
  switch (shown.part) {
    case "questions":
      return <QuestionsPart {...shown} base={base} />;
    case "guide":
      return <GuidePart {...shown} base={base} />;
    case "criteria":
      return <CriteriaPart {...shown} base={base} />;
    case "frameworks":
      return <FrameworksPart {...shown} base={base} />;
    case "options":
      return <OptionsPart {...shown} base={base} />;
    case "actors":
      return <ActorsPart {...shown} />;
    case "codes":
      return <CodesPart {...shown} base={base} />;
    case "outline":
      return <OutlinePart {...shown} base={base} />;
    case "rules":
      return <RulesPart {...shown} />;
    case "words":
      return <WordsPart {...shown} />;
  }
}

function FrozenNotice({ frozen }: { frozen: ProtocolPageProps["frozen"] }) {
  const t = useTranslations("protocol");
  const time = useTimeText();
  if (!frozen)
    return (
      <Notice tone="info" className="kept">
        {t("notFrozen")}
      </Notice>
    );
  return (
    <Notice tone="base" icon="lock" className="kept">
      {frozen.by ? t("frozenBy", { at: time(frozen.at, "long"), by: frozen.by }) : t("frozen", { at: time(frozen.at, "long") })}{" "}
      {t("frozenMeans")}
    </Notice>
  );
}

function VersionsSheet({ versions, inForce, base }: Pick<ProtocolPageProps, "versions" | "inForce" | "base">) {
  const t = useTranslations("protocol");
  const time = useTimeText();
  return (
    <Sheet title={t("versions")}>
      <ul className="gap">
        {versions.map(({ number, fileName, createdAt, by }) => (
          <li key={number}>
            <Link to={`${base}/protocol/versions/${number}`}>{t("version", { number })}</Link>{" "}
            {number === inForce && <span className="soft small">{t("inForce")}</span>}
            <p className="small soft">
              <bdi>{fileName}</bdi>, {time(createdAt, "date-time")}
              {by && <>, {by}</>}
            </p>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
