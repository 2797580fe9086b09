import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { loadSection } from "./load-section.server";
import { Notice } from "~/ui/notice";
import { ButtonLink } from "~/ui/button";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { Time } from "~/ui/time";

type Loaded = Awaited<ReturnType<typeof loadSection>>;

/** Who signed a section, when and in which sentence, with the digests that the signature binds. */
export function SignOffList({ signOffs, path }: Pick<Loaded, "signOffs"> & { path: string }) {
  const t = useTranslations("sections");
  return (
    <Sheet title={t("signOffs")}>
      {signOffs.length === 0 && <p className="small soft">{t("noSignOffs")}</p>}
      <ul className="items">
        {signOffs.map((signOff) => (
          <li key={signOff.id}>
            <p className="row wrap">
              <b>
                <bdi>{signOff.by}</bdi>
              </b>
              <span className="small faint">
                <Time at={signOff.at} as="date-time" />
              </span>
              <Link className="small" to={`${path}/sign-offs/${signOff.ordinal}`}>
                {t("certificate")}
              </Link>
              <StatusTag state={signOff.ended ? "ended" : signOff.holds ? "signed-off" : "stale"} />
            </p>
            <p className="small soft">
              {t("signedVersion", { version: signOff.sectionChanges, languages: signOff.languages.join(", ").toUpperCase() })}
            </p>
            <p className="quote">
              <q>{signOff.meaning}</q>
            </p>
            {signOff.remarks !== "" && <p className="small">{signOff.remarks}</p>}
            <Fingerprint label={t("contentDigest")} digest={signOff.contentDigest} />
            <Fingerprint label={t("evidenceDigest")} digest={signOff.evidenceDigest} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** A digest in short; the whole of it for who wants to compare. */
export function Fingerprint({ label, digest }: { label: string; digest: string }) {
  return (
    <p className="small soft">
      {label}{" "}
      <span className="mono" title={digest}>
        {`${digest.slice(0, 4)} ${digest.slice(4, 8)} … ${digest.slice(-4)}`}
      </span>
    </p>
  );
}

const pages = {
  "send-to-review": "send",
  recall: "recall",
  reopen: "reopen",
  "sign-off": "review",
  "ask-changes": "review",
  start: "edit",
} as const;

/** What this person can do with the section next; the first of them is the primary act. */
export function SectionActs({
  moves,
  path,
  writable,
  needsReview,
}: {
  moves: Loaded["moves"];
  path: string;
  writable: boolean;
  needsReview: boolean;
}) {
  const t = useTranslations("sections");
  const open = moves.filter(({ hindrance, name }) => hindrance === null && name !== "start");
  const review = open.some(({ name }) => pages[name] === "review");
  const others = open.filter(({ name }) => pages[name] !== "review");
  return (
    <>
      {others.map(({ name }) => (
        <ButtonLink
          key={name}
          to={`${path}/${pages[name]}`}
          icon={name === "send-to-review" ? "send" : "undo"}
          variant={name === "send-to-review" && !writable ? "primary" : "plain"}
        >
          {t(`moves.${name}`)}
        </ButtonLink>
      ))}
      {writable && (
        <ButtonLink to={`${path}/edit`} icon="pencil" variant="primary">
          {t("write")}
        </ButtonLink>
      )}
      {(review || needsReview) && (
        <ButtonLink to={`${path}/review`} icon="eye" variant={review ? "primary" : "plain"}>
          {t("review")}
        </ButtonLink>
      )}
    </>
  );
}

/** Why the section stands where it does: the reviewer's reason, or why it was opened again. */
export function StateNotice({ head, state }: Pick<Loaded, "head" | "state">) {
  const t = useTranslations("sections");
  if (state.reason === null || state.at === null) return null;
  return (
    <Notice
      tone={head.status === "changes-asked" ? "stale" : "info"}
      icon="pencil"
      title={t(head.status === "changes-asked" ? "changesAskedBy" : "reopenedBy", { name: state.by ?? "" })}
      className="kept"
    >
      <p>
        <Time at={state.at} as="date-time" />: <q>{state.reason}</q>
      </p>
    </Notice>
  );
}
