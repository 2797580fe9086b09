import { Node, Schema } from "prosemirror-model";
import { blockDocument, statementDocument, type BlockDocument, type StatementDocument } from "~/domain/text/document";
import { blockSpec, statementSpec } from "~/domain/text/schema-spec";

const blockSchema = new Schema(blockSpec);
const statementSchema = new Schema(statementSpec);

/** The document of a block, checked against the editor's own schema and the product's limits; throws on anything else. */
export function checkBlockDocument(value: unknown): BlockDocument {
  const doc = blockDocument.parse(value);
  Node.fromJSON(blockSchema, doc).check();
  return doc;
}

/** The document of a statement, checked in the same two ways; throws on anything else. */
export function checkStatementDocument(value: unknown): StatementDocument {
  const doc = statementDocument.parse(value);
  Node.fromJSON(statementSchema, doc).check();
  return doc;
}
