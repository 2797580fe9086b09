import { beforeAll, describe, expect, it } from "vitest";
import type { RootData } from "~/platform/root-data";
import { loader as root } from "~/root";
import { type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { givenProtocol } from "../support/interview-scene";
import { ask, asked, signedIn } from "../support/request";

useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  await givenProtocol(cast.otherAssessment.id, cast.outsider.id);
});

const frameOf = async (person: Person, path: string) => {
  const { data } = await ask(root, await signedIn(person.id, path));
  return (data as RootData).frame;
};

describe("a page that is not there", () => {
  it("offers a search in the person's own assessments, and only where she may search", async () => {
    const { slug } = cast.assessment;
    for (const person of [cast.lead, cast.researcher, cast.reviewer])
      expect((await frameOf(person, "/nowhere"))?.assessments).toMatchObject([
        { href: `/assessments/${slug}`, searchHref: `/assessments/${slug}/search` },
      ]);
    expect((await frameOf(cast.commissioner, "/nowhere"))?.assessments.map(({ searchHref }) => searchHref)).toEqual([undefined]);
    expect((await frameOf(cast.administrator, "/nowhere"))?.assessments).toEqual([]);
    const other = cast.otherAssessment.slug;
    expect((await frameOf(cast.outsider, "/nowhere"))?.assessments.map(({ href }) => href)).toEqual([`/assessments/${other}`]);
  });

  it("offers nothing to nobody", async () => {
    const { data } = await ask(root, asked("/nowhere"));
    expect((data as RootData).frame).toBeNull();
  });
});
