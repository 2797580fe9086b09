import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { Time } from "~/ui/time";
import type { RoundView, StepBackView } from "./list-rounds.server";

interface RoundListProps {
  rounds: readonly RoundView[];
  stepBacks: readonly StepBackView[];
  /** The address of the section. */
  path: string;
}

/** The rounds of review of a section, newest first, and who stepped back from it. */
export function RoundList({ rounds, stepBacks, path }: RoundListProps) {
  const t = useTranslations("reviewRounds");
  return (
    <Sheet title={t("rounds")} aside={<span className="small soft num">{rounds.length}</span>}>
      {rounds.length === 0 && <p className="small soft">{t("noRounds")}</p>}
      <ul className="items">
        {rounds.map((round) => (
          <li key={round.number}>
            <Round round={round} path={path} />
          </li>
        ))}
      </ul>
      {stepBacks.length > 0 && <SteppedBack stepBacks={stepBacks} path={path} />}
    </Sheet>
  );
}

function Round({ round, path }: { round: RoundView; path: string }) {
  const t = useTranslations("reviewRounds");
  return (
    <>
      <p className="row wrap">
        <b>{t("round", { number: round.number })}</b>
        <StatusTag state={round.outcome === "recalled" ? "cancelled" : (round.outcome ?? "in-review")} />
      </p>
      <p className="small soft">
        {t.rich("sentBy", { name: round.openedBy ?? "", version: round.sent, time: () => <Time at={round.openedAt} as="date-time" /> })}
        {round.dueOn !== null && <> {t.rich("askedBy", { time: () => <Time at={round.dueOn ?? ""} as="long" /> })}</>}
      </p>
      {round.note !== "" && (
        <p className="quote">
          <q>{round.note}</q>
        </p>
      )}
      {round.signOffs.map((one) => (
        <p className="small" key={one.ordinal}>
          <Link to={`${path}/sign-offs/${one.ordinal}`}>{t("signedBy", { name: one.by ?? "", version: one.version })}</Link>
        </p>
      ))}
      {round.outcome && round.closedAt && (
        <p className="small soft">
          {t.rich(`outcome.${round.outcome}`, {
            name: round.closedBy ?? "",
            time: () => <Time at={round.closedAt ?? ""} as="date-time" />,
          })}
        </p>
      )}
      {round.reason !== null && (
        <p className="quote">
          <q>{round.reason}</q>
        </p>
      )}
    </>
  );
}

function SteppedBack({ stepBacks, path }: Pick<RoundListProps, "stepBacks" | "path">) {
  const t = useTranslations("reviewRounds");
  return (
    <ul className="items">
      {stepBacks.map((one) => (
        <li key={one.id} className="small">
          <Link to={`${path}/step-back`}>{t("stepBackOf", { name: one.by })}</Link>{" "}
          <span className="soft">
            {one.endedAt ? t("stepBackEnded") : one.replacedBy !== null && t("replacedBy", { name: one.replacedBy })}
          </span>
        </li>
      ))}
    </ul>
  );
}
