import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { GroundShown, Inline } from "~/domain/document/model";
import { GroundChip } from "~/ui/ground-chip";
import { groundChipKinds } from "~/ui/ground-chip-kinds";
import { StatementNumber } from "~/ui/statement-number";
import { useReading } from "./reading-context";

/** A line of the document. */
export function InlineView({ line }: { line: readonly Inline[] }) {
  return line.map((each, at) => <InlinePart key={at} part={each} />);
}

function InlinePart({ part }: { part: Inline }) {
  const { placeHref, noteNumber } = useReading();
  switch (part.kind) {
    case "text":
      return <TextPart part={part} />;
    case "break":
      return <br />;
    case "footnote":
      return <NoteCall number={noteNumber(part)} />;
    case "ground":
      return (
        <>
          {" "}
          <GroundMarkOf ground={part.ground} />
        </>
      );
    case "reference":
      return <Link to={placeHref(part.to)}>{part.text}</Link>;
  }
}

function TextPart({ part }: { part: Extract<Inline, { kind: "text" }> }) {
  const text = part.strong ? <strong>{part.text}</strong> : part.text;
  const marked = part.em ? <em>{text}</em> : text;
  const spoken = part.language ? <span lang={part.language}>{marked}</span> : marked;
  return part.href ? (
    <a href={part.href} rel="noopener noreferrer">
      {spoken}
    </a>
  ) : (
    <>{spoken}</>
  );
}

function NoteCall({ number }: { number: number }) {
  const t = useTranslations("reading");
  return (
    <sup id={`call-${number}`}>
      <a href={`#note-${number}`} aria-label={t("noteTo", { number })}>
        {number}
      </a>
    </sup>
  );
}

/** A ground as a chip, or a statement as its number, leading to where it stands. */
export function GroundMarkOf({ ground, plain }: { ground: GroundShown; plain?: boolean }) {
  const { placeHref } = useReading();
  if (ground.kind === "statement") return <StatementNumber code={ground.code} href={placeHref(ground.to)} />;
  const relation = plain ? "supports" : ground.relation;
  return (
    <GroundChip
      kind={groundChipKinds[ground.kind]}
      code={ground.code}
      relation={relation}
      withheld={ground.withheld}
      href={placeHref(ground.to)}
    />
  );
}
