import { useTranslations } from "use-intl";
import { askedItems } from "~/domain/protocol/readers";
import type { Guide, GuideBlock, GuideQuestion } from "~/domain/protocol/guide";
import type { Scale } from "~/domain/protocol/scales";
import { EmptyState } from "~/ui/empty-state";
import { QuestionNumber } from "~/ui/statement-number";
import { Sheet } from "~/ui/sheet";
import { AnswerWords, ConditionWords } from "./answer-words";
import { Described } from "./questions-part";
import { Told, useTold } from "./told";

interface GuidePartProps {
  guide: Guide | null;
  scales: readonly Scale[];
  base: string;
}

/** The interview guide in its blocks, and who is interviewed. */
export function GuidePart({ guide, scales, base }: GuidePartProps) {
  const t = useTranslations("protocol");
  if (!guide) return <EmptyState title={t("noGuide")} />;
  const names = new Map(guide.blocks.flatMap(({ questions }) => questions.map(({ id, number }) => [id, String(number)] as const)));
  return (
    <>
      {guide.introduction && (
        <p className="doc">
          <Told of={guide.introduction} />
        </p>
      )}
      {guide.blocks.map((block) => (
        <BlockSheet key={block.id} block={block} guide={guide} scales={scales} base={base} names={names} />
      ))}
      <Described title={t("intervieweeKinds")} items={guide.intervieweeKinds} />
      <Reasons title={t("notAskedReasons")} reasons={guide.notAskedReasons} />
      <Reasons title={t("noAnswerReasons")} reasons={guide.noAnswerReasons} />
    </>
  );
}

type Shown = { guide: Guide; scales: readonly Scale[]; base: string; names: ReadonlyMap<string, string> };

function BlockSheet({ block, ...shown }: Shown & { block: GuideBlock }) {
  return (
    <Sheet title={<Told of={block.title} />} intro={block.introduction && <Told of={block.introduction} />}>
      <div className="gap">
        {block.questions.map((question) => (
          <QuestionOfGuide key={question.id} question={question} {...shown} />
        ))}
      </div>
    </Sheet>
  );
}

function QuestionOfGuide({ question, guide, scales, base, names }: Shown & { question: GuideQuestion }) {
  const t = useTranslations("protocol");
  const told = useTold();
  const asked = question.askedOf?.map((id) => told(guide.intervieweeKinds.find((kind) => kind.id === id)?.title)).join(", ");
  return (
    <article id={`gq-${question.number}`} aria-label={t("guideQuestion", { number: question.number })}>
      <h3>
        <span className="code num">{question.number}</span> <Told of={question.text} />
      </h3>
      {question.help && (
        <p className="small soft">
          <Told of={question.help} />
        </p>
      )}
      {question.parts && (
        <ul className="small">
          {askedItems(question).map(({ part, code, answer }) => (
            <li key={code}>
              <span className="num">{code}</span> <Told of={question.parts?.find(({ key }) => key === part)?.text} /> (
              <AnswerWords answer={answer} scales={scales} />)
            </li>
          ))}
        </ul>
      )}
      <p className="small">
        <AnswerWords answer={question.answer} scales={scales} />
        {question.required && <> · {t("required")}</>}
        {asked && <> · {t("askedOf", { kinds: asked })}</>}
      </p>
      {question.onlyIf && (
        <p className="small soft">
          <ConditionWords condition={question.onlyIf} names={names} />
        </p>
      )}
      <Probes probes={question.probes ?? []} />
      <p className="chips small">
        {t("informs")}{" "}
        {(question.informs ?? []).map((code) => (
          <QuestionNumber key={code} code={code} href={`${base}/questions/${code}`} />
        ))}
        {(question.informs ?? []).length === 0 && t("informsNothing")}
      </p>
    </article>
  );
}

function Probes({ probes }: { probes: readonly Record<string, string>[] }) {
  const t = useTranslations("protocol");
  if (probes.length === 0) return null;
  return (
    <>
      <p className="small strong">{t("probes")}</p>
      <ul className="small">
        {probes.map((probe, place) => (
          <li key={place}>
            <Told of={probe} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Reasons({ title, reasons }: { title: string; reasons: Guide["notAskedReasons"] }) {
  return (
    <Sheet title={title}>
      <ul>
        {reasons.map(({ key, label }) => (
          <li key={key}>
            <Told of={label} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
