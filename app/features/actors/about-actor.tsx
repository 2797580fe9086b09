import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { textIn } from "~/domain/local-text";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { Button, ButtonLink } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { useLanguage } from "~/ui/intl";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { Sheet } from "~/ui/sheet";
import { Time } from "~/ui/time";
import { ActorFields } from "./actor-fields";
import type { ShownActor } from "./queries.server";
import { useLevelNames } from "./use-level-names";

export interface AboutActorProps {
  actor: ShownActor;
  /** The actors that were merged into this one. */
  mergedFrom: readonly { code: string; name: string; at: Date | string | null }[];
  /** The codes of the statements that rest on it. */
  citedIn: readonly string[];
  languages: readonly string[];
  base: string;
  editable: boolean;
  problem: FormProblem | undefined;
}

/** Who an actor is, under which other names it is known, where it is cited; and folded below that the form to change it. */
export function AboutActor({ actor, mergedFrom, citedIn, languages, base, editable, problem }: AboutActorProps) {
  const t = useTranslations("actors");
  const language = useLanguage();
  const levels = useLevelNames();
  const say = (text: ShownActor["kind"]) => textIn(text, language, languages);
  return (
    <Sheet title={t("about")} as="article">
      <DefinitionList
        facts={[
          { term: t("otherNames"), value: actor.otherNames.join("; ") },
          { term: t("kind"), value: say(actor.kind) },
          { term: t("focus"), value: say(actor.focus) },
          { term: t("levels"), value: levels(actor.levels) },
          { term: t("countries"), value: actor.countryNames.join(", ") },
          {
            term: t("url"),
            value: actor.url && (
              <a href={actor.url} rel="noreferrer">
                {actor.url}
              </a>
            ),
          },
          { term: t("citedIn"), value: citedIn.length > 0 ? <Statements codes={citedIn} base={base} /> : "" },
          { term: t("mergedFrom"), value: mergedFrom.length > 0 ? <MergedFrom mergedFrom={mergedFrom} base={base} /> : "" },
        ]}
      />
      {editable && <ChangeActor actor={actor} languages={languages} base={base} problem={problem} />}
    </Sheet>
  );
}

function Statements({ codes, base }: { codes: readonly string[]; base: string }) {
  return (
    <span className="chips">
      {codes.map((code) => (
        <Link key={code} className="st" to={`${base}/statements/${code}`}>
          {code}
        </Link>
      ))}
    </span>
  );
}

function MergedFrom({ mergedFrom, base }: Pick<AboutActorProps, "mergedFrom" | "base">) {
  const t = useTranslations("actors");
  return (
    <ul className="plain">
      {mergedFrom.map(({ code, name, at }) => (
        <li key={code}>
          <bdi>{name}</bdi> <span className="num soft">{code}</span>
          {at && (
            <span className="soft">
              , <Time at={at} as="long" />
            </span>
          )}{" "}
          <Link className="small" to={`${base}/trail/items/actor/${code}`} aria-label={t("historyOf", { code })}>
            {t("history")}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function ChangeActor({ actor, languages, base, problem }: Pick<AboutActorProps, "actor" | "languages" | "base" | "problem">) {
  const t = useTranslations("actors");
  const kept = useKept(problem, "change");
  const live = useLiveForm(async () => ({ form: (await import("./schema")).changeActorForm(languages) }), "change");
  return (
    <details className="more" open={kept.summary.length > 0}>
      <summary>{t("change")}</summary>
      <LiveForm live={live} preventScrollReset key={actor.version}>
        <input type="hidden" name="version" value={actor.version} />
        <ActorFields actor={actor} languages={languages} kept={kept} />
        <div className="acts row wrap">
          <Button name="intent" value="change" variant="primary">
            {t("save")}
          </Button>
        </div>
      </LiveForm>
      <p>
        <ButtonLink to={`${base}/actors/doubles?stays=${actor.code}#merge`}>{t("sameAs")}</ButtonLink>
      </p>
      <Form method="post">
        <input type="hidden" name="version" value={actor.version} />
        <Button name="intent" value="archive" variant="danger">
          {t("archive")}
        </Button>
      </Form>
    </details>
  );
}
