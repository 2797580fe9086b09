import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Difference as WordsDifference, ValueChange } from "~/ui/difference";
import { GroundChip } from "~/ui/ground-chip";
import { Time } from "~/ui/time";
import { groundChipKinds } from "~/ui/ground-chip-kinds";
import type { Difference } from "./load-difference.server";

/** What differs in a section and below it: words before and after, links, evidence with how it is reached, and values of data. */
export function DifferenceView({ difference, base }: { difference: Difference; base: string }) {
  const { words, links, weighed, places, evidence, values } = difference;
  return (
    <ol className="why changes">
      {words.map((one) => (
        <WordsItem key={`${one.key} words`} one={one} />
      ))}
      {places.map((one) => (
        <PlaceItem key={`${one.blockId} place`} one={one} />
      ))}
      {weighed.map((one) => (
        <WeighedItem key={`${one.blockId} ${one.field}`} one={one} />
      ))}
      {links.map((one) => (
        <LinkItem key={one.id} one={one} />
      ))}
      {evidence.map((one) => (
        <EvidenceItem key={one.key} one={one} base={base} />
      ))}
      {values.map((one, at) => (
        <ValueItem key={at} one={one} />
      ))}
    </ol>
  );
}

function Who({ by, at }: { by: string; at: Date }) {
  return (
    <span className="small soft">
      {by !== "" && (
        <>
          <bdi>{by}</bdi>,{" "}
        </>
      )}
      <Time at={at} as="date-time" />
    </span>
  );
}

function Item({ title, who, children }: { title: ReactNode; who?: ReactNode; children?: ReactNode }) {
  return (
    <li>
      <p className="row wrap">
        {title} {who}
      </p>
      {children}
    </li>
  );
}

function WordsItem({ one }: { one: Difference["words"][number] }) {
  const t = useTranslations("reviewing");
  const what = one.code === "" ? "text" : "statement";
  return (
    <Item
      title={t(`words.${one.kind}`, { what, code: one.code, language: one.language.toUpperCase() })}
      who={<Who by={one.by} at={one.at} />}
    >
      <p className="quote">
        <WordsDifference before={one.before} after={one.after} lang={one.language} />
      </p>
    </Item>
  );
}

function PlaceItem({ one: { kind, shows, code, by, at } }: { one: Difference["places"][number] }) {
  const t = useTranslations("reviewing");
  const s = useTranslations("sections");
  const what = shows
    ? [s(`dataBlocks.${shows.block}`), shows.narrowed].filter(Boolean).join(": ")
    : code === ""
      ? t("aText")
      : t("statementOf", { code });
  return <Item title={t(`place.${kind}`, { what })} who={<Who by={by} at={at} />} />;
}

function WeighedItem({ one }: { one: Difference["weighed"][number] }) {
  const t = useTranslations("reviewing");
  return (
    <Item title={t(`weighed.${one.field}`, { code: one.code })} who={<Who by={one.by} at={one.at} />}>
      <p className="quote">
        <WordsDifference before={one.before} after={one.after} />
      </p>
    </Item>
  );
}

function LinkItem({ one }: { one: Difference["links"][number] }) {
  const t = useTranslations("reviewing");
  const s = useTranslations("sections");
  const code = one.ground?.code ?? s("goneGround");
  const relation = (said: typeof one.before) => (said ? [s(`relations.${said.kind}`), said.note].filter(Boolean).join(": ") : "");
  const kind = one.before === null ? "added" : one.after === null ? "removed" : "changed";
  return (
    <Item title={t(`link.${kind}`, { code })} who={<Who by={one.by} at={one.at} />}>
      {kind === "changed" && <ValueChange before={relation(one.before)} after={relation(one.after)} />}
    </Item>
  );
}

function EvidenceItem({ one, base }: { one: Difference["evidence"][number]; base: string }) {
  const t = useTranslations("reviewing");
  const s = useTranslations("sections");
  const { ground, through, kind, by, at } = one;
  const way = through ? s("throughGround", { code: through.code }) : s("directly");
  const who = by && (by.kind === "user" ? (by.name ?? "") : t("byInterviewee"));
  return (
    <li>
      <p className="row wrap">
        {ground && (
          <GroundChip
            kind={groundChipKinds[ground.kind]}
            code={ground.code}
            href={ground.href ?? undefined}
            changed={s("changedSince")}
            withheld={ground.withheld !== null}
          />
        )}
        <span>
          {s(`cause.${kind}`, { code: ground?.code ?? s("goneGround") })} ({way})
        </span>
        {at && who !== null && <Who by={who} at={at} />}
        {one.entry !== null && (
          <Link className="small" to={`${base}/trail/${one.entry}`}>
            {t("inTrail")}
          </Link>
        )}
      </p>
      <EvidenceWords one={one} />
    </li>
  );
}

function EvidenceWords({ one }: { one: Difference["evidence"][number] }) {
  const t = useTranslations("reviewing");
  const { before, after, ground } = one;
  if (ground?.withheld) return <p className="small soft">{t("withdrawnWords")}</p>;
  if (before === null && after === null) return null;
  if (before !== null && before === after && !one.place) return <p className="small soft">{t("translationOrOther")}</p>;
  return (
    <>
      {before !== after && (
        <p className="quote">
          <WordsDifference before={before ?? ""} after={after ?? ""} lang={one.language} />
        </p>
      )}
      {one.place && (
        <p className="small">
          {t("placeInSource")} <ValueChange before={one.place.before} after={one.place.after} />
        </p>
      )}
    </>
  );
}

function ValueItem({ one }: { one: Difference["values"][number] }) {
  const t = useTranslations("reviewing");
  const kind = one.before === null ? "added" : one.after === null ? "removed" : "changed";
  return (
    <Item title={t(`value.${kind}`, { row: one.row })}>
      {kind === "changed" && <ValueChange before={one.before ?? ""} after={one.after ?? ""} />}
    </Item>
  );
}
