import { createContext, useContext, useMemo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Present } from "~/domain/sections/presence";
import { Avatar } from "~/ui/avatar";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { useLive, type Live, type LiveStart } from "./use-live";
import { usePresence } from "./use-presence";

interface LiveSectionProps {
  /** The address of the section. */
  path: string;
  start: LiveStart;
  blocks: readonly { id: string; version: number; statement: { code: string } | null }[];
  /** Whether this page is where the section is written. */
  writes?: boolean;
  children: ReactNode;
}

interface Here {
  live: Live;
  /** The codes of the statements by the id of their block. */
  labels: ReadonlyMap<string, string>;
  writes: boolean;
}

const Context = createContext<Here | null>(null);

/** Around a page of a section: others' changes appear in it without reload, and who else is there. Without script it is the page alone. */
export function LiveSection({ path, start, blocks, writes = false, children }: LiveSectionProps) {
  const live = useLive(path, start, blocks, writes);
  usePresence(path);
  const labels = useMemo(
    () => new Map(blocks.flatMap(({ id, statement }) => (statement ? [[id, statement.code] as const] : []))),
    [blocks],
  );
  const here = useMemo(() => ({ live, labels, writes }), [live, labels, writes]);
  return <Context.Provider value={here}>{children}</Context.Provider>;
}

/** In the head: who else is in this section and on which block, and what others just changed. Nothing on a page that does not listen. */
export function HereNow() {
  const t = useTranslations("live");
  const here = useContext(Context);
  if (!here) return null;
  const { live, labels } = here;
  return (
    <div className="here no-print">
      {live.others.map(({ userId, name, blockId }) => (
        <span key={userId} className="who">
          <Avatar name={name} />
          <span>{blockId === null ? t.rich("in", { name: () => <bdi>{name}</bdi> }) : <On name={name} label={labels.get(blockId)} />}</span>
        </span>
      ))}
      <span role="status" className="soft">
        {live.told.changes.map(({ by, labels: changed }) => (
          <span key={`${live.told.n} ${by}`}>
            {t("changed", { name: by, what: changed.map((label) => label ?? t("text")).join(", ") })}{" "}
          </span>
        ))}
      </span>
    </div>
  );
}

function On({ name, label }: { name: string; label: string | undefined }) {
  const t = useTranslations("live");
  return t.rich("on", { name: () => <bdi>{name}</bdi>, what: label ?? t("aText") });
}

/** How the section moved while the page was open, and what that means for what is typed in it. */
export function MovedNotice() {
  const t = useTranslations("live");
  const here = useContext(Context);
  if (!here?.live.move) return null;
  const { move, by, waits } = here.live.move;
  return (
    <Notice tone={waits ? "stale" : "info"} title={t(`moves.${move}`, { name: by })} live className="kept moved no-print">
      <p>{t(here.writes ? `means.${move}` : "shown")}</p>
      {waits && (
        <p className="row wrap">
          <Button type="button" size="small" onClick={here.live.show}>
            {t("show")}
          </Button>
        </p>
      )}
    </Notice>
  );
}

/** At a block: who else is on it. */
export function OnBlock({ id }: { id: string }) {
  const t = useTranslations("live");
  const here = useContext(Context);
  const on = here?.live.others.filter(({ blockId }) => blockId === id) ?? [];
  if (on.length === 0) return null;
  return (
    <p className="here no-print">
      {on.map(({ userId, name }: Present) => (
        <span key={userId} className="who">
          <Avatar name={name} />
          <span>{t.rich("atBlock", { name: () => <bdi>{name}</bdi> })}</span>
        </span>
      ))}
    </p>
  );
}
