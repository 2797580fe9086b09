import type { Examples } from "./example";
import { HeatCell, HeatKey, useHeatWords } from "./heat-cell";
import { Sheet } from "./sheet";

export const examples: Examples = {
  "a row of every kind": (
    <Sheet
      title="Heatmap"
      flush
      footer={
        <HeatKey
          levels={["none", "marginal", "partial", "substantial", "leading"].map((label, place) => ({
            value: String(place),
            label,
            look: `s${place}` as const,
          }))}
        />
      }
    >
      <div className="scroll" tabIndex={0} role="region" aria-label="Heatmap, table">
        <table className="heat">
          <thead>
            <tr>
              <th scope="col" className="q">
                Actor
              </th>
              {["K1", "K2", "K3", "K4", "K5", "K6", "K7", "K8"].map((code) => (
                <th key={code} scope="col">
                  {code}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <ExampleRow />
          </tbody>
        </table>
      </div>
    </Sheet>
  ),
};

function ExampleRow() {
  const words = useHeatWords();
  return (
    <tr>
      <th scope="row" className="q">
        <a href="#O1">Port of Veere</a>
        <span>Small port</span>
      </th>
      <HeatCell href="#1" words={words} value={{ state: "agreed", value: "4", label: "leading", look: "s4" }} />
      <HeatCell
        href="#2"
        words={words}
        value={{ state: "reconciled", value: "2", label: "partial", look: "s2", spread: "2–3", earlier: true }}
      />
      <HeatCell href="#3" words={words} value={{ state: "differs", range: "1–3" }} />
      <HeatCell href="#4" words={words} value={{ state: "blind", done: 2, raters: 3 }} />
      <HeatCell words={words} value={{ state: "agreed", value: "0", label: "none", look: "s0" }} />
      <HeatCell words={words} value={{ state: "unrated" }} />
      <HeatCell words={words} value={{ state: "agreed", value: "–", label: "cannot judge", look: "without" }} />
      <HeatCell words={words} value={{ state: "reconciled", value: "Complementary", label: "", look: "class" }} />
    </tr>
  );
}
