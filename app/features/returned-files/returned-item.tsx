import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Difference } from "~/ui/difference";
import { Icon } from "~/ui/icon";
import { StatementNumber } from "~/ui/statement-number";
import { Time } from "~/ui/time";
import type { ShownItem } from "./load-returned.server";

/** What one thing in a returned file says: whose it is, what it is about, and the words that it would change, marked. */
export function ItemWords({ item, base }: { item: ShownItem; base: string }) {
  const t = useTranslations("returnedFiles");
  const { text, quote, before, after, language, answers, why, resolved } = item;
  return (
    <div className="stack">
      <p className="row wrap small">
        <Who author={item.author} at={item.at} />
        {item.how && <span className="soft">{t(`how.${item.how}`)}</span>}
        {resolved && <span className="soft">{t("resolved")}</span>}
      </p>
      {quote !== "" && (
        <p className="quote prewrap" lang={language ?? undefined}>
          <mark>{quote}</mark>
        </p>
      )}
      {text !== "" && <p className="doc prewrap words">{text}</p>}
      {before !== after && (
        <p className="doc prewrap words" lang={language ?? undefined}>
          <Difference before={before} after={after} lang={language ?? undefined} />
        </p>
      )}
      {answers.map((answer, at) => (
        <div key={at} className="answers">
          <p className="small">
            <Who author={answer.author} at={answer.at} />
          </p>
          <p className="doc prewrap words">{answer.text}</p>
        </div>
      ))}
      {why && <p className="small soft">{t(`why.${why}`)}</p>}
      <Fit item={item} base={base} />
      {item.ownSection && <p className="small soft">{t("ownSection")}</p>}
      <Settled item={item} base={base} />
    </div>
  );
}

/** How other words go with what was written since the edition, and with the suggestions that wait for a writer. */
function Fit({ item: { since, elsewhere, collides, others }, base }: { item: ShownItem; base: string }) {
  const t = useTranslations("returnedFiles");
  return (
    <>
      {collides ? (
        <p className="small">
          <Icon name="triangle" /> {t("collides")}
        </p>
      ) : (
        since && <p className="small soft">{t(elsewhere ? "sinceElsewhere" : "since")}</p>
      )}
      {others.map((other) => (
        <p key={`${other.section} ${other.number}`} className="small">
          {other.fit === "collides" && <Icon name="triangle" />}{" "}
          {t.rich(`besides.${other.fit}`, {
            number: other.number,
            to: (words) => <Link to={`${base}/sections/${other.section}/suggestions/${other.number}`}>{words}</Link>,
          })}
        </p>
      ))}
    </>
  );
}

function Who({ author, at }: { author: string; at: string | null }) {
  const t = useTranslations("returnedFiles");
  return (
    <span>
      {author === "" ? <span className="soft">{t("nobody")}</span> : <bdi className="strong">{author}</bdi>}
      {at !== null && (
        <>
          , <Time at={new Date(at)} as="date-time" />
        </>
      )}
    </span>
  );
}

/** What kind of thing it is, and of which text. */
export function ItemHead({ item, base }: { item: ShownItem; base: string }) {
  const t = useTranslations("returnedFiles");
  const { kind, on, number } = item;
  return (
    <span className="row wrap">
      <span className="num soft small">{t("item", { number })}</span>
      <span className="strong">{t(`kinds.${kind}`)}</span>
      {on === null && kind !== "remark" && <span className="soft">{t("onSection")}</span>}
      {on === "" && <span className="soft">{t("onText")}</span>}
      {on !== null && on !== "" && <StatementNumber code={on} href={`${base}/statements/${on}`} />}
    </span>
  );
}

function Settled({ item: { state, settled, record }, base }: { item: ShownItem; base: string }) {
  const t = useTranslations("returnedFiles");
  if (!settled) return null;
  const pages = { comment: "comments", suggestion: "suggestions" } as const;
  return (
    <p className="small">
      {t("settledBy", { state: t(`states.${state}`), name: settled.by })}, <Time at={settled.at} as="date-time" />
      {record && (
        <>
          {" · "}
          <Link to={`${base}/sections/${record.section}/${pages[record.kind]}/${record.number}`}>
            {t("toRecord", { kind: record.kind })}
          </Link>
        </>
      )}
    </p>
  );
}
