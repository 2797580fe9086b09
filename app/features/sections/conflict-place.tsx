import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "~/ui/avatar";
import { Difference } from "~/ui/difference";
import { useTimeText } from "~/ui/time";
import { choiceField } from "./choice-fields";
import type { PlaceView } from "./find-conflict.server";

interface PlaceProps {
  place: PlaceView;
  at: number;
  count: number;
  theirs: { version: number; by: string; at: Date };
  base: { version: number };
  me: string;
  wrong: boolean;
}

/** One place at which two versions differ: theirs, mine, both or own words. Nothing is chosen beforehand. */
export function ConflictPlace({ place, at, count, theirs, base, me, wrong }: PlaceProps) {
  const t = useTranslations("ui.conflict");
  const say = useTranslations("merging");
  const time = useTimeText();
  const detail = `${t("version", { version: theirs.version })}, ${time(theirs.at, "clock")}`;
  const card = { place, at };
  return (
    <fieldset className="sheet cf" aria-describedby={wrong ? `${choiceField(at)}-error` : undefined}>
      <legend>{say("place", { place: at + 1, count })}</legend>
      {wrong && (
        <p className="err" id={`${choiceField(at)}-error`}>
          {say("choose", { place: at + 1 })}
        </p>
      )}
      {place.moved && <p className="small soft">{say("moved")}</p>}
      <div className="vs">
        <Card {...card} value="theirs" first label={t("theirs")} name={theirs.by} detail={detail}>
          <Words place={place} text={place.theirs} />
        </Card>
        <Card {...card} value="mine" label={t("mine")} name={me} detail={t("notSaved")}>
          <Words place={place} text={place.mine} />
        </Card>
      </div>
      {place.both && <Card {...card} value="both" label={say("both")} />}
      <Card {...card} value="own" label={say("own")} />
      <textarea
        className="in own"
        name="own"
        rows={place.inLine ? 2 : 5}
        defaultValue={place.own}
        aria-label={say("ownText", { place: at + 1 })}
      />
      <details className="base">
        <summary>{t("base", { version: base.version })}</summary>
        <p className="quote">{inContext(place, place.base || say("nothing"))}</p>
      </details>
    </fieldset>
  );
}

interface CardProps {
  place: PlaceView;
  at: number;
  value: "theirs" | "mine" | "both" | "own";
  label: string;
  name?: string;
  detail?: string;
  first?: boolean;
  children?: ReactNode;
}

function Card({ place, at, value, label, name, detail, first = false, children }: CardProps) {
  return (
    <label className={children ? "opt" : "opt third"}>
      <span className="row">
        <input
          type="radio"
          id={first ? choiceField(at) : undefined}
          name={choiceField(at)}
          value={value}
          defaultChecked={place.chosen === value}
          required
        />
        {name !== undefined && <Avatar name={name} />}
        <b>{label}</b>
        {detail !== undefined && <span className="faint small push num">{detail}</span>}
      </span>
      {children && <span className="quote">{children}</span>}
    </label>
  );
}

/** The words of one side, compared with where both started, within the line that they stand in. */
function Words({ place, text }: { place: PlaceView; text: string }) {
  const say = useTranslations("merging");
  if (text === "" && place.base === "") return inContext(place, say("nothing"));
  return inContext(
    place,
    <>
      <Difference before={place.base} after={text} />
      {text === "" && <span className="faint"> {say("removed")}</span>}
    </>,
  );
}

function inContext({ before, after, inLine }: PlaceView, words: ReactNode): ReactNode {
  if (!inLine) return words;
  return (
    <>
      <span className="faint">{before && `…${before}`}</span>
      {words}
      <span className="faint">{after && `${after}…`}</span>
    </>
  );
}
