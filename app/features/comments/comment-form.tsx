import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { findPassage, surroundings } from "~/domain/comments/anchor";
import type { FormProblem } from "~/platform/form-problem";
import { useKept, type Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox-group";
import { HiddenFields } from "~/ui/confirm-page";
import { RadioGroup } from "~/ui/radio-group";
import { SelectField } from "~/ui/select-field";
import { TextField } from "~/ui/text-field";
import type { CommentsView, CommentTarget } from "./load-comments.server";
import { MentionArea } from "./mention-area";
import { longestQuote } from "./schema";
import type { SelectedPassage } from "./use-passage";

export type FromPage = "read" | "review" | "edit" | "list";

interface CommentFormProps {
  view: Pick<CommentsView, "path" | "targets" | "members" | "keep" | "on">;
  from: FromPage;
  /** The language that the page shows, for words that are typed as a quotation. */
  language: string;
  selected?: SelectedPassage | null;
  forget?: () => void;
  problem?: FormProblem | undefined;
}

/** A new comment: on what was selected, or on words that are typed of one of the texts, or on a text or the section as a whole. */
export function CommentForm({ view, from, language, selected = null, forget, problem }: CommentFormProps) {
  const t = useTranslations("comments");
  const kept = useKept(problem, "add");
  return (
    <Form method="post" action={`${view.path}/comments`} className="stack" id="new-comment">
      <HiddenFields values={{ intent: "add", from }} />
      {selected ? (
        <Selected view={view} selected={selected} forget={forget} />
      ) : (
        <Quoted view={view} language={kept.value("language", language)} kept={kept} />
      )}
      <MentionArea id="comment-text" label={t("text")} value={kept.value("text")} error={kept.error("text")} members={view.members} />
      <MentionField members={view.members} kept={kept} id="comment-mentions" />
      {view.keep && <Checkbox name="keep" id="comment-keep" label={t("keep")} hint={t("keepHint")} checked />}
      <div>
        <Button size="small" icon="comment">
          {t("add")}
        </Button>
      </div>
    </Form>
  );
}

/** One person who is told of a comment, for who has no script to pick a name while typing. */
export function MentionField({ members, kept, id }: { members: CommentsView["members"]; kept?: Kept; id: string }) {
  const t = useTranslations("comments");
  return (
    <noscript>
      <SelectField
        name="mentions"
        id={id}
        label={t("mention")}
        optional
        empty={t("nobody")}
        options={members.map(({ id: value, name }) => ({ value, label: name }))}
        value={kept?.values("mentions")[0] ?? ""}
        error={kept?.error("mentions")}
      />
    </noscript>
  );
}

type FormView = CommentFormProps["view"];

function Selected({ view, selected, forget }: { view: FormView; selected: SelectedPassage; forget: (() => void) | undefined }) {
  const t = useTranslations("comments");
  const target = view.targets.find(({ id }) => id === selected.blockId);
  const { blockId: block, language, start, end, words } = selected;
  const textVersion = target?.texts.find((text) => text.language === language)?.version;
  return (
    <div role="status">
      <HiddenFields values={{ block, language, start, end, textVersion, ...(words.length <= longestQuote && { quote: words }) }} />
      <p className="small soft">{t("onPassage", { label: target?.label ?? "" })}</p>
      <p className="quote" lang={language}>
        <mark>{words}</mark>
      </p>
      <Button type="button" size="small" variant="quiet" {...(forget && { onClick: forget })}>
        {t("forget")}
      </Button>
    </div>
  );
}

function Quoted({ view, language, kept }: { view: FormView; language: string; kept: Kept }) {
  const t = useTranslations("comments");
  const block = kept.value("block", view.on);
  const quote = kept.value("quote");
  const several = placesIn(view.targets, block, language, quote);
  return (
    <>
      <SelectField
        name="block"
        id="comment-block"
        label={t("on")}
        empty={t("wholeSection")}
        options={view.targets.map(({ id, label }) => ({ value: id, label }))}
        value={block}
      />
      <HiddenFields values={{ language: languageOf(view.targets, block, language) }} />
      <TextField
        name="quote"
        id="comment-quote"
        label={t("quote")}
        hint={t("quoteHint")}
        optional
        value={quote}
        error={kept.error("quote")}
      />
      {several.length > 1 && (
        <RadioGroup
          name="which"
          label={t("which")}
          options={several.map(({ before, words, after }, place) => ({ value: String(place), label: `…${before}${words}${after}…` }))}
        />
      )}
    </>
  );
}

/** The language in which a text is shown: the one that is read, else its own. */
function languageOf(targets: readonly CommentTarget[], block: string, language: string): string {
  const texts = targets.find(({ id }) => id === block)?.texts ?? [];
  return (texts.find((text) => text.language === language) ?? texts[0])?.language ?? language;
}

function placesIn(targets: readonly CommentTarget[], block: string, language: string, quote: string) {
  const text =
    targets.find(({ id }) => id === block)?.texts.find((one) => one.language === languageOf(targets, block, language))?.text ?? "";
  const found = quote === "" || text === "" ? null : findPassage(quote, text);
  return found && "several" in found ? found.several.map((place) => surroundings(text, place)) : [];
}
