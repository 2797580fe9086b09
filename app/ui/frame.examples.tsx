import { ButtonLink } from "./button";
import type { Examples } from "./example";
import { Frame } from "./frame";
import { MetaFact } from "./meta-fact";
import type { NavEntry } from "./navigation";
import { PageHead } from "./page-head";
import { SavedIndicator } from "./saved-indicator";
import { StatusTag } from "./status-tag";

const root = "/assessments/theme";

/** The side of a researcher, for examples. */
export const exampleNav: readonly NavEntry[] = [
  { group: "own", label: "work", href: "/work", icon: "work", count: 7, hot: true },
  { group: "assessment", label: "overview", href: root, icon: "matrix" },
  { group: "assessment", label: "protocol", href: `${root}/protocol`, icon: "protocol" },
  { group: "fieldwork", label: "sources", href: `${root}/sources`, icon: "source", count: 31 },
  { group: "fieldwork", label: "interviews", href: `${root}/interviews`, icon: "interview", count: 7 },
  { group: "fieldwork", label: "actors", href: `${root}/actors`, icon: "actor", count: 13 },
  { group: "fieldwork", label: "alignments", href: `${root}/alignments`, icon: "alignment", count: 14 },
  { group: "fieldwork", label: "options", href: `${root}/options`, icon: "option", count: 4 },
  { group: "document", label: "sections", href: `${root}/sections`, icon: "section", count: 22 },
  { group: "document", label: "statements", href: `${root}/statements`, icon: "statement", count: 64 },
  { group: "document", label: "editions", href: `${root}/editions`, icon: "edition", count: 2 },
  { group: "record", label: "trail", href: `${root}/trail`, icon: "trail" },
  { group: "record", label: "team", href: `${root}/team`, icon: "team", count: 6 },
];

const assessments = [
  { title: "Harbour dues and small vessels", href: root },
  { title: "Water and trade, mid-term review", href: "/assessments/water" },
];

/** The frame around any content, for examples of pages. */
export function ExampleFrame({ children, wide }: { children: React.ReactNode; wide?: boolean }) {
  return (
    <Frame
      user={{ name: "Iris Bakker" }}
      nav={exampleNav}
      assessment={assessments[0]}
      assessments={assessments}
      searchHref={`${root}/search`}
      notice="Example data. Ratings and records are invented."
      wide={wide}
    >
      {children}
    </Frame>
  );
}

export const examples: Examples = {
  "an interview, half done": (
    <ExampleFrame wide>
      <PageHead
        title="Interview 5: harbour master, small port"
        crumbs={[{ label: "Interviews", href: `${root}/interviews` }, { label: "Interview 5" }]}
        meta={
          <>
            <StatusTag state="in-progress" />
            <MetaFact icon="calendar">Friday 11 March 2022, 15:00 to 16:10, video call</MetaFact>
            <MetaFact icon="team">Iris Bakker, Tom Okafor</MetaFact>
            <MetaFact icon="lock">
              <a href="#consent">Consent</a>: type of organisation only, no name, paraphrase
            </MetaFact>
          </>
        }
        saved={<SavedIndicator status={{ state: "saved", at: new Date("2022-03-14T08:42:17Z"), version: 31 }} />}
        acts={
          <>
            <ButtonLink to="preview" icon="eye">
              Preview
            </ButtonLink>
            <ButtonLink to="send" variant="primary" icon="send">
              Send for fact check
            </ButtonLink>
          </>
        }
      />
    </ExampleFrame>
  ),
  "a person without an assessment": (
    <Frame
      user={{ name: "Ada" }}
      nav={[{ group: "own", label: "work", href: "/work", icon: "work", count: 0, hot: false }]}
      assessments={[]}
    >
      <PageHead title="My work" lede="Monday 14 March 2022." />
    </Frame>
  ),
};
