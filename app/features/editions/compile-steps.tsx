import { useTranslations } from "use-intl";
import type { CompilePart, CompileStep } from "~/domain/document/compile-parts";
import { Bar } from "~/ui/bar";
import { number } from "~/ui/format";
import { useLanguage } from "~/ui/intl";
import { Steps } from "~/ui/steps";
import { useLanguageName } from "./language-name";

/** The steps of compiling, each with how long it took, under a bar of how far it is. */
export function CompileSteps({ steps, done, of }: { steps: readonly CompileStep[]; done: number; of: number }) {
  const t = useTranslations("editions.job");
  const words = useStepWords();
  const language = useLanguage();
  return (
    <>
      <p className="row">
        <span className="vh">{t("progress", { done, of })}</span>
        <Bar done={done} total={of} />
      </p>
      <Steps
        steps={steps.map(({ part, standing, seconds }) => ({
          state: standing,
          label: words(part),
          time: seconds === null ? undefined : t("seconds", { seconds: number(seconds, language, 1) }),
        }))}
      />
    </>
  );
}

function useStepWords(): (part: CompilePart) => string {
  const t = useTranslations("editions.job.parts");
  const formats = useTranslations("reading.formats");
  const languageName = useLanguageName();
  return (part) =>
    part.part === "write" ? t("write", { format: formats(part.format), language: languageName(part.language) }) : t(part.part);
}
