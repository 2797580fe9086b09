import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { DataTable as Numbers } from "~/domain/evidence/data-table";
import type { PictureContent } from "~/domain/pictures/content";
import { groupTable, scoreTable, spreadTable, weightTable, withoutTable } from "~/domain/ranking/ranking-tables";
import { useStudyWords } from "~/platform/study-words";
import { EmptyState } from "~/ui/empty-state";
import { LinkTabs } from "~/ui/link-tabs";
import { Notice } from "~/ui/notice";
import { PictureFigure } from "~/ui/picture-figure";
import { MainAside, Sheet } from "~/ui/sheet";
import type { NamedSentence, RankingShown } from "./load-ranking.server";
import { RankingTable, TableNotes } from "./ranking-table";
import { WeightsForm } from "./weights-form";

export interface RankingPageProps {
  /** Null where the protocol has nothing that can be ranked. */
  shown: RankingShown | null;
  base: string;
  /** What the address asks: the pictures as files show the same. */
  query: string;
  languages: readonly string[];
}

/** Who comes first on the weights of the protocol, how far that would tip, and what becomes of it on other weights. */
export function RankingPage({ shown, ...place }: RankingPageProps) {
  const t = useTranslations("ranking");
  if (!shown) {
    return (
      <Sheet title={t("heading")}>
        <EmptyState title={t("nothing")}>{t("nothingHint")}</EmptyState>
      </Sheet>
    );
  }
  const path = `${place.base}/actors/ranking`;
  const href = (group: string) => `${path}?of=${group}`;
  return (
    <div className="gap">
      {shown.groups.length > 1 && (
        <LinkTabs
          label={t("groupsLabel")}
          tabs={shown.groups.map((group) => ({ label: t(`groups.${group}`), href: href(group) }))}
          current={href(shown.group)}
        />
      )}
      {shown.isTried && (
        <Notice title={t("tried")}>
          <p>
            {t("triedHint")} <Link to={href(shown.group)}>{t("ofProtocol")}</Link>
          </p>
        </Notice>
      )}
      {shown.problem && <Notice tone="stale">{t("notTried")}</Notice>}
      {shown.cautions.length > 0 && (
        <Notice title={t("care")}>
          <Sentences sentences={shown.cautions} />
        </Notice>
      )}
      <MainAside label={t("whatIf")} aside={<WeightsForm shown={shown} path={path} query={place.query} problem={shown.problem} />}>
        <RankingSheet shown={shown} {...place} />
        <SpreadSheet shown={shown} {...place} />
        <NumbersSheet title={t("without")} numbers={shown.without && withoutTable(shown.without)} />
        <ProfilesSheet shown={shown} {...place} />
        <NumbersSheet title={t("weights")} numbers={weightTable(shown.weights)} of="criterion" />
      </MainAside>
    </div>
  );
}

type PartProps = RankingPageProps & { shown: RankingShown };

function RankingSheet({ shown, base, query, languages }: PartProps) {
  const t = useTranslations("ranking");
  const data = useTranslations("evidence");
  if (!shown.ranking) {
    return (
      <Sheet title={t("heading")}>
        <EmptyState title={data(shown.state === "no-weight" ? "data.ranking.noWeight" : "data.ranking.nobody")}>
          {shown.state === "no-weight" ? t("noWeightHint") : t("nobodyHint")}
        </EmptyState>
      </Sheet>
    );
  }
  return (
    <PictureSheet title={t("heading")} numbers={scoreTable(shown.ranking)}>
      <Figure content={{ kind: "ranking", ...shown.ranking }} name="ranking" base={base} query={query} languages={languages} />
    </PictureSheet>
  );
}

function SpreadSheet({ shown, base, query, languages }: PartProps) {
  const t = useTranslations("ranking");
  if (!shown.spreads) return null;
  return (
    <PictureSheet title={t("moves")} intro={t("movesIntro")} numbers={spreadTable(shown.spreads)}>
      <Sentences sentences={shown.sentences} />
      <Figure content={{ kind: "rank-spread", ...shown.spreads }} name="rank-spread" base={base} query={query} languages={languages} />
    </PictureSheet>
  );
}

function ProfilesSheet({ shown, base, query, languages }: PartProps) {
  const t = useTranslations("ranking");
  if (!shown.tree) return null;
  return (
    <PictureSheet title={t("profiles")} intro={t("profilesIntro")} numbers={groupTable(shown.tree)}>
      <Figure content={{ kind: "profiles", ...shown.tree }} name="profiles" base={base} query={query} languages={languages} />
    </PictureSheet>
  );
}

function Figure(props: { content: PictureContent; name: string; base: string; query: string; languages: readonly string[] }) {
  return <PictureFigure {...props} />;
}

interface PictureSheetProps {
  title: string;
  intro?: string;
  numbers: Numbers;
  children: ReactNode;
}

/** A picture, its numbers folded below it, and how they were made. */
function PictureSheet({ title, intro, numbers, children }: PictureSheetProps) {
  return (
    <Sheet title={title} intro={intro} footer={<TableNotes numbers={numbers} />}>
      {children}
    </Sheet>
  );
}

function NumbersSheet({ title, numbers, of = "subject" }: { title: string; numbers: Numbers | null; of?: string }) {
  if (!numbers) return null;
  return (
    <Sheet title={title} flush footer={numbers.notes.length > 0 && <TableNotes numbers={numbers} />}>
      <div className="ranked">
        <RankingTable numbers={numbers} title={of} />
      </div>
    </Sheet>
  );
}

function Sentences({ sentences }: { sentences: readonly NamedSentence[] }) {
  const t = useTranslations("evidence");
  const say = useStudyWords();
  return (
    <ul className="tells">
      {sentences.map(({ key, values, name }, at) => (
        // The sentences are named in domain; a test says each of them in both languages.
        <li key={at}>{t(`data.ranking.${key}` as "data.flow.title", { ...values, name: say(name) })}</li>
      ))}
    </ul>
  );
}
