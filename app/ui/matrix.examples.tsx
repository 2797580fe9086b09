import type { Examples } from "./example";
import { Matrix, MatrixCell, MatrixOut, MatrixRow, NotAsked } from "./matrix";
import { Sheet } from "./sheet";
import { StatementNumber } from "./statement-number";
import { StatusTag } from "./status-tag";

export const examples: Examples = {
  "three questions": (
    <Sheet title="Evaluation matrix" flush>
      <Matrix
        label="Evaluation matrix"
        corner="Research question"
        last="Coverage"
        groups={[
          {
            label: "Evidence",
            columns: [
              { key: "e", label: "Passages", icon: "excerpt" },
              { key: "i", label: "Interview answers", icon: "interview" },
            ],
          },
          {
            label: "Statements",
            out: true,
            columns: [
              { key: "f", label: "Findings" },
              { key: "a", label: "Answer" },
            ],
          },
        ]}
      >
        <MatrixRow code="1" title="The dues and who sets them" href="#1" top>
          <NotAsked span={2} />
          <MatrixOut />
          <MatrixOut>1</MatrixOut>
        </MatrixRow>
        <MatrixRow code="1a" title="How are the dues set?" href="#1a" last={<StatusTag state="covered" />}>
          <MatrixCell
            href="#e"
            count={14}
            segments={["supports", "supports", "supports", "supports", "supports", "supports"]}
            label="14 passages"
          />
          <MatrixCell href="#i" count={5} segments={["supports", "supports", "contradicts"]} label="5 answers, 1 contradicts" />
          <MatrixOut>8</MatrixOut>
          <MatrixOut>
            <StatementNumber code="A1" href="#A1" />
          </MatrixOut>
        </MatrixRow>
        <MatrixRow code="1b" title="What do they leave out?" href="#1b" gap last={<StatusTag state="gap" />} reason="one kind, one origin">
          <MatrixCell href="#e" count={0} segments={[]} label="no passages" />
          <NotAsked />
          <MatrixOut>2</MatrixOut>
          <MatrixOut />
        </MatrixRow>
      </Matrix>
    </Sheet>
  ),
};
