import { z } from "zod";
import { LocalText } from "~/domain/local-text-schema";
import { Id } from "~/domain/protocol/parts";

/** A goal, article or indicator of a policy. A `group` is a heading and isn't judged. `elaboratedIn` names the framework that works it out. */
export const PolicyNode = z.strictObject({
  id: Id,
  number: z.string().regex(/\S/).max(24).optional(),
  parent: Id.optional(),
  kind: z.enum(["group", "node"]).optional(),
  title: LocalText,
  description: LocalText.optional(),
  elaboratedIn: Id.optional(),
});
/** A goal, article or indicator of a policy. */
export type PolicyNode = z.infer<typeof PolicyNode>;

/** A policy as a tree, each node of which is judged on one scale; `code` stands before the numbers of its nodes. */
export const PolicyFramework = z.strictObject({
  id: Id,
  code: Id,
  title: LocalText,
  description: LocalText.optional(),
  informs: z.array(Id).optional(),
  scale: Id,
  nodes: z.array(PolicyNode).min(1),
});
/** A policy as a tree. */
export type PolicyFramework = z.infer<typeof PolicyFramework>;
