import { Drawer, GroundTree } from "./drawer";
import type { Examples } from "./example";
import { GroundChip } from "./ground-chip";
import { StatementNumber } from "./statement-number";

export const examples: Examples = {
  "grounds of a conclusion": (
    <Drawer
      id="grounds-C2"
      closeHref="#C2"
      title={
        <>
          <StatementNumber code="C2" /> Two grounds
        </>
      }
      footer={<a href="#comment">Comment on C2</a>}
    >
      <GroundTree
        nodes={[
          {
            key: "F21",
            mark: <StatementNumber code="F21" href="#F21" />,
            relation: "finding, supports",
            quote: "Most ports set their dues once a year.",
            children: [
              {
                key: "S11:5",
                mark: <GroundChip kind="excerpt" code="S11:5" href="#s" />,
                relation: "Survey, p. 30",
                quote: "Eleven of twelve.",
              },
              {
                key: "I3:7",
                mark: <GroundChip kind="answer" code="I3:7" withheld />,
                relation: "interviewee, small port",
                note: "The text of this answer is protected.",
              },
            ],
          },
          { key: "F24", mark: <StatementNumber code="F24" href="#F24" />, relation: "finding, contradicts", contradicts: true },
        ]}
      />
    </Drawer>
  ),
};
