import { hash } from "@node-rs/argon2";
import { z } from "zod";
import { roles } from "~/domain/permissions";
import { createAccount } from "~/features/accounts/create-account.server";
import type { ChangeContext } from "~/platform/change.server";
import { readRecords, type DemoPerson } from "./study";

/** The password of every account of the demo. It is known, so such accounts exist on a loopback address only. */
export const demoPassword = "grondslag-demo";

const Team = z.looseObject({
  assessments: z.array(z.looseObject({ id: z.string(), slug: z.string() })),
  users: z.array(
    z.looseObject({
      id: z.string(),
      display_name: z.string(),
      email: z.string(),
      locale: z.enum(["nl", "en"]),
      administrator: z.boolean().optional(),
      reuse: z.boolean().optional(),
      memberships: z.array(z.looseObject({ assessment: z.string(), role: z.enum(roles) })),
    }),
  ),
});

/** Makes the accounts of both examples on one day and answers them by their id in the examples, with their role per assessment. */
export async function makePeople(folders: readonly string[], at: Date, request: string): Promise<Map<string, DemoPerson>> {
  // The lowest cost that sign-in accepts: the password is no secret, and the examples are signed off many times.
  const passwordHash = await hash(demoPassword, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const context: ChangeContext = { by: { kind: "system", id: "seed" }, at, request };
  const people = new Map<string, DemoPerson>();
  for (const { users } of folders.map((folder) => readRecords(folder, "team", Team))) {
    for (const user of users) {
      const memberships = Object.fromEntries(user.memberships.map(({ assessment, role }) => [assessment, role]));
      const known = people.get(user.id);
      if (known) Object.assign(known.roles, memberships);
      else {
        const leads = Object.values(memberships).includes("lead");
        const account = {
          email: user.email,
          name: user.display_name,
          language: user.locale,
          administrator: user.administrator ?? false,
          mayStart: leads,
        };
        people.set(user.id, {
          id: await createAccount(context, { ...account, passwordHash, demo: true }),
          email: user.email,
          name: user.display_name,
          roles: memberships,
        });
      }
    }
  }
  return people;
}
