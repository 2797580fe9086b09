import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { Placed } from "~/domain/protocol/readers";
import type { ResearchQuestion } from "~/domain/protocol/questions";
import type { Titled } from "~/domain/protocol/parts";
import { Sheet } from "~/ui/sheet";
import { Told, useTold } from "./told";

/** The tree of research questions: what each asks, how it is answered and with which methods. */
export function QuestionsPart({
  questions,
  methods,
  base,
}: {
  questions: readonly Placed<ResearchQuestion>[];
  methods: readonly Titled[];
  base: string;
}) {
  const t = useTranslations("protocol");
  const named = useTranslations("ui.table");
  return (
    <>
      <Sheet title={t("parts.questions")} flush>
        <div className="scroll" role="region" tabIndex={0} aria-label={named("region", { caption: t("parts.questions") })}>
          <table className="t list tree-table">
            <caption className="vh">{t("parts.questions")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("question")}</th>
                <th scope="col">{t("answeredWith")}</th>
                <th scope="col">{t("methods")}</th>
              </tr>
            </thead>
            <tbody>
              {questions.map((placed) => (
                <QuestionRow key={placed.node.id} {...placed} methods={methods} base={base} />
              ))}
            </tbody>
          </table>
        </div>
      </Sheet>
      {methods.length > 0 && <Described title={t("methods")} items={methods} />}
    </>
  );
}

function QuestionRow({ node, depth, methods, base }: Placed<ResearchQuestion> & { methods: readonly Titled[]; base: string }) {
  const t = useTranslations("protocol");
  const told = useTold();
  const isAnswered = node.kind === "main" || node.kind === "question";
  const text = <Told of={node.text} />;
  return (
    <tr className={node.kind === "group" ? "top" : undefined}>
      <th scope="row" className={`n-title d${Math.min(depth, 3)}`}>
        <span className="code num">{node.id} </span>
        {isAnswered ? <Link to={`${base}/questions/${node.id}`}>{text}</Link> : text}
        {node.parts && (
          <ul className="small soft">
            {node.parts.map((part) => (
              <li key={part.key}>
                <Told of={part.text} />
              </li>
            ))}
          </ul>
        )}
      </th>
      <td className="n-meta" data-head={t("answeredWith")}>
        {node.answerKind ? t(`answerKinds.${node.answerKind}`) : t(`questionKinds.${node.kind}`)}
        {node.answerHint && (
          <p className="small soft">
            <Told of={node.answerHint} />
          </p>
        )}
      </td>
      <td className="n-meta small" data-head={t("methods")}>
        <ul className="lines-of">
          {node.methods?.map((id) => (
            <li key={id}>{told(methods.find((method) => method.id === id)?.title)}</li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

/** A list of titles with what each means. */
export function Described({ title, items }: { title: string; items: readonly (Titled & { appliesIf?: Titled["title"] | undefined })[] }) {
  return (
    <Sheet title={title}>
      <ul className="gap">
        {items.map((item) => (
          <li key={item.id}>
            <b>
              <Told of={item.title} />
            </b>
            {item.description && (
              <p className="small">
                <Told of={item.description} />
              </p>
            )}
            {item.appliesIf && (
              <p className="small soft">
                <Told of={item.appliesIf} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
