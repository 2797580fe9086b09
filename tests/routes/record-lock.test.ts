import { createElement } from "react";
import { beforeAll, describe, expect, it } from "vitest";
import { makeLink } from "~/features/fact-check/make-link.server";
import { InterviewPage, type InterviewPageProps } from "~/features/interviews/interview-page";
import { dayAfter, dayAt } from "~/domain/day";
import type { Kept } from "~/platform/kept";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { givenRecord } from "../support/fact-check-scene";
import { givenProtocol } from "../support/interview-scene";
import { ask, signedIn } from "../support/request";
import { renderOnServer } from "../ui/render";
import { action, loader } from "../../app/routes/assessments.$slug.interviews.$code._index";

useDatabase();
let cast: Cast;
let scene: Awaited<ReturnType<typeof givenRecord>>;
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  scene = await givenRecord(cast);
  const until = dayAfter(dayAt(new Date()), 30);
  const { participantId } = scene;
  await makeLink(as(cast.researcher, new Date()), { assessmentId: cast.assessment.id, participantId, language: "en", until });
});

const typed = "Leads the society of lapwings.";
const shown = async (form?: Record<string, string>) => {
  const { slug } = cast.assessment;
  const request = await signedIn(cast.researcher.id, `/assessments/${slug}/interviews/${scene.code}`, form ? { form } : {});
  return ask(form ? action : loader, request, { slug, code: scene.code });
};

describe("a translation that was typed while the record went out to the interviewee", () => {
  const translation = () => ({ intent: "translate", answerId: scene.answers.gq1, language: "en", version: "0", record: typed });

  it("is refused with why, and as it was typed", async () => {
    expect(await shown(translation())).toMatchObject({
      status: 409,
      data: { form: { fields: { record: ["with-interviewee"] }, values: { record: [typed], language: ["en"] } } },
    });
  });

  it("stands in its form, opened, with the message at the field; no other translation can be written", async () => {
    const page = (await shown()).data as InterviewPageProps["page"]; // what the loader of the page gives
    const values: Record<string, string> = translation();
    const kept: Kept = {
      value: (name, fallback = "") => values[name] ?? fallback,
      values: (_, fallback = []) => fallback,
      error: (name) => (name === "record" ? "The interviewee is checking" : undefined),
      summary: [],
    };
    const html = (given: Kept | undefined) =>
      renderOnServer(
        createElement(InterviewPage, {
          slug: cast.assessment.slug,
          page,
          view: "",
          problem: undefined,
          open: undefined,
          unconsented: undefined,
          kept: given,
        }),
        "en",
      );
    const refused = await html(kept);
    expect(refused).toContain(typed);
    expect(refused.match(/value="translate"/gu)).toHaveLength(1);
    expect(refused).toMatch(/<details open="">[^]*The interviewee is checking/u);
    expect(await html(undefined)).not.toContain('value="translate"');
  });
});
