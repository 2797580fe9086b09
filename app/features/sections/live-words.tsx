import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { WordsIn } from "~/domain/sections/words";
import type { BlockDocument } from "~/domain/text/document";
import { wordCount } from "~/domain/text/text-of-doc";

/** Tells what is typed in a block, to be counted when the hands rest. */
export type TellWords = (id: string, doc: BlockDocument, language: string) => void;

const rest = 300;

/** The words of some blocks together, with what is typed since they were read. */
export function useLiveWords(blocks: readonly { id: string; words: number }[]): { words: number; tell: TellWords } {
  const [typed, setTyped] = useState<ReadonlyMap<string, number>>(new Map());
  const waiting = useRef(new Map<string, { doc: BlockDocument; language: string }>());
  const timer = useRef<number>();
  const count = useCallback(() => {
    timer.current = undefined;
    const counted = [...waiting.current].map(([id, { doc, language }]) => [id, wordCount(doc, language)] as const);
    waiting.current.clear();
    setTyped((before) => new Map([...before, ...counted]));
  }, []);
  const tell = useCallback<TellWords>(
    (id, doc, language) => {
      waiting.current.set(id, { doc, language });
      timer.current ??= window.setTimeout(count, rest);
    },
    [count],
  );
  useEffect(() => setTyped(new Map()), [blocks]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return { words: blocks.reduce((sum, { id, words }) => sum + (typed.get(id) ?? words), 0), tell };
}

/** How many words there are, of how many the outline asks for. */
export function WordCount({ words, target }: { words: number; target: number | null }) {
  const t = useTranslations("sections");
  return (
    <span className="small soft num">
      {target === null ? t("wordCount", { count: words }) : t("wordCountOf", { count: words, target })}
    </span>
  );
}

/** The words of a section in each language in which it is written. */
export function WordCounts({ counts, target }: { counts: readonly WordsIn[]; target: number | null }) {
  const t = useTranslations("sections");
  const [only] = counts;
  if (counts.length === 1 && only) return <WordCount words={only.words} target={target} />;
  const each = counts.map(({ language, words }) => t("wordsIn", { language: language.toUpperCase(), count: words })).join(" · ");
  return <span className="small soft num">{target === null ? t("wordsOfEach", { each }) : t("wordsOfTarget", { each, target })}</span>;
}
