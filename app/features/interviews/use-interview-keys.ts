import { type RefObject, useEffect, useRef, useState } from "react";
import { timeMarkAt } from "~/domain/interviews/time-mark";
import { clock } from "~/ui/format";
import { useLanguage } from "~/ui/intl";
import {
  cardsIn,
  foldOthers,
  formAt,
  goToCard,
  isNarrow,
  isOpenCard,
  letterOf,
  markNotAsked,
  markTime,
  openFollowUp,
  questionOf,
  takeLine,
  unfold,
  walk,
} from "./interview-keys";
import type { InterviewPage } from "./load-interview.server";

/** Where the keys stand: the question with the cursor, and the number that is being typed to jump to. */
export interface InterviewKeys {
  current: string | undefined;
  jump: string | null;
}

/** The keys of a conversation: from question to question, and what is done with the one that the cursor is in. Each can be done without them too. */
export function useInterviewKeys(box: RefObject<HTMLElement>, page: InterviewPage): InterviewKeys {
  const [current, setCurrent] = useState<string>();
  const [jump, setJump] = useState<string | null>(null);
  const mark = useTimeMark(page.interview.startedAt);
  const state = useRef({ jump, current, mark, alone: page.shortcuts, record: page.may.record });
  state.current = { jump, current, mark, alone: page.shortcuts, record: page.may.record };
  useEffect(() => {
    const questions = box.current;
    const cardNow = () =>
      questionOf(document.activeElement) ?? cardsIn(questions).find((card) => card.dataset["question"] === state.current.current) ?? null;
    const follow = (event: FocusEvent) => {
      const card = event.target instanceof Element ? questionOf(event.target) : null;
      if (card) setCurrent(card.dataset["question"]);
    };
    const press = (event: KeyboardEvent) => {
      walk(event, questions);
      if (event.defaultPrevented) return;
      const typed = state.current.jump === null ? null : typedJump(state.current.jump, event);
      if (typed !== null) {
        event.preventDefault();
        const card = typed.go ? cardsIn(questions).find(({ dataset }) => dataset["question"] === state.current.jump) : undefined;
        if (card) goToCard(card, questions);
        return setJump(typed.jump);
      }
      const letter = letterOf(event, state.current.alone);
      if (letter === null || !act(letter, cardNow(), state.current, setJump)) return;
      event.preventDefault();
    };
    questions?.addEventListener("focusin", follow);
    document.addEventListener("keydown", press);
    return () => {
      questions?.removeEventListener("focusin", follow);
      document.removeEventListener("keydown", press);
    };
  }, [box]);
  useOneAtATime(box, page.may.record);
  return { current, jump };
}

/** What a key does to the number that is being typed; null = nothing, and the number is given up. */
function typedJump(jump: string, { key }: KeyboardEvent): { jump: string | null; go: boolean } | null {
  if (/^\d$/u.test(key)) return { jump: jump + key, go: false };
  if (key === "Backspace") return { jump: jump.slice(0, -1), go: false };
  return { jump: null, go: key === "Enter" };
}

/** Does what a letter stands for; false where it stands for nothing. */
function act(
  letter: string,
  card: HTMLElement | null,
  { mark, record }: { mark: () => string; record: boolean },
  setJump: (jump: string) => void,
): boolean {
  const form = formAt(card);
  const keys = document.querySelector<HTMLDetailsElement>("details#keys");
  if (letter === "g") setJump("");
  else if (letter === "?" && keys) {
    keys.open = true;
    keys.querySelector("summary")?.focus();
  } else if (!record) return false;
  else if (letter === "n" && form) markNotAsked(form);
  else if (letter === "t" && form) markTime(form, mark());
  else if (letter === "a" && form) takeLine(form);
  else if (letter === "f" && card) openFollowUp(card);
  else if (letter === "c") document.querySelector<HTMLFormElement>("form#clock")?.requestSubmit();
  else return false;
  return true;
}

/** Gives the mark of this moment. */
export function useTimeMark(startedAt: Date | null): () => string {
  const language = useLanguage();
  return () => {
    const now = new Date();
    return timeMarkAt(startedAt && new Date(startedAt), now, clock(now, language));
  };
}

/** A link to a question opens it; on a narrow screen one question is open at a time, the first that is not answered to begin with. */
function useOneAtATime(box: RefObject<HTMLElement>, on: boolean): void {
  useEffect(() => {
    const questions = box.current;
    if (!on || !questions) return;
    const arrive = () => {
      const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
      const card = questionOf(target);
      if (card) {
        unfold(card, questions);
        target?.scrollIntoView({ block: "start" });
      }
      return card;
    };
    const toggled = ({ target }: Event) => {
      const opened = target instanceof HTMLDetailsElement && target.open && target.matches("[data-question] > details");
      if (opened && isNarrow()) foldOthers(questionOf(target), questions);
    };
    const first = arrive() ?? cardsIn(questions).find(isOpenCard) ?? null;
    if (isNarrow() && first) unfold(first, questions);
    window.addEventListener("hashchange", arrive);
    questions.addEventListener("toggle", toggled, true);
    return () => {
      window.removeEventListener("hashchange", arrive);
      questions.removeEventListener("toggle", toggled, true);
    };
  }, [box, on]);
}
