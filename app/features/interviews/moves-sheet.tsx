import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { setsDayHeld } from "~/domain/moves/interview";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { DateField } from "~/ui/date-field";
import { Sheet } from "~/ui/sheet";
import { TextArea } from "~/ui/text-area";
import type { InterviewPage } from "./load-interview.server";

/** The steps that can be taken from the present state, made from the table of moves; archiving is the last. */
export function MovesSheet({ page, kept }: { page: InterviewPage; kept: Kept | undefined }) {
  const t = useTranslations("interviews.moves");
  if (!page.may.write || page.interview.archived) return null;
  return (
    <Sheet title={t("title")}>
      <div className="gap">
        {page.moves
          .filter((move) => move !== firstOf(page))
          .map((move) => (
            <MoveForm key={move.name} page={page} move={move} kept={kept?.value("move") === move.name ? kept : undefined} />
          ))}
        <Form method="post">
          <HiddenFields values={{ version: page.interview.version }} />
          <Button size="small" variant="quiet" name="intent" value="archive">
            {t("archive")}
          </Button>
        </Form>
      </div>
    </Sheet>
  );
}

/** The move that needs nothing more than a button. */
function firstOf({ moves }: InterviewPage) {
  return moves.find(({ name, needsReason }) => !needsReason && !setsDayHeld(name));
}

/** The move that comes first now, as the button of the page. */
export function FirstMove({ page }: { page: InterviewPage }) {
  const t = useTranslations("interviews.moves");
  const move = firstOf(page);
  if (!page.may.write || page.interview.archived || !move) return null;
  return (
    <Form method="post">
      <HiddenFields values={{ intent: "move", move: move.name, version: page.interview.version }} />
      <Button variant="primary">{t(move.name)}</Button>
    </Form>
  );
}

function MoveForm({ page, move, kept }: { page: InterviewPage; move: InterviewPage["moves"][number]; kept: Kept | undefined }) {
  const t = useTranslations("interviews.moves");
  const hidden = { intent: "move", move: move.name, version: page.interview.version };
  const button = <Button size="small">{t(move.name)}</Button>;
  if (setsDayHeld(move.name)) {
    return (
      <Form method="post" className="stack" noValidate>
        <HiddenFields values={hidden} />
        <DateField
          name="heldOn"
          label={t("heldOn")}
          value={kept?.value("heldOn") ?? page.interview.heldOn ?? page.interview.plannedOn ?? undefined}
          error={kept?.error("heldOn")}
        />
        <div>{button}</div>
      </Form>
    );
  }
  if (!move.needsReason) {
    return (
      <Form method="post">
        <HiddenFields values={hidden} />
        {button}
      </Form>
    );
  }
  return (
    <details open={kept ? true : undefined}>
      <summary className="small">{t(move.name)}</summary>
      <Form method="post" className="stack" noValidate>
        <HiddenFields values={hidden} />
        <TextArea
          name="reason"
          id={`f-reason-${move.name}`}
          label={t("reason")}
          rows={2}
          value={kept?.value("reason")}
          error={kept?.error("reason")}
        />
        <div>{button}</div>
      </Form>
    </details>
  );
}
