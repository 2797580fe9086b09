import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";

export const root = resolve(import.meta.dirname, "../..");

/** Every file below a folder of the project, as a path with forward slashes; generated code is left out. */
export function filesBelow(folder: string, endings: readonly string[] = [".ts", ".tsx"]): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split("\\").join("/"))
    .filter((file) => !file.includes("/generated/"))
    .sort();
}

export const read = (file: string) => readFileSync(join(root, file), "utf8");

/** What a file imports: paths of the project as `app/…`, packages by name. */
export function importsOf(file: string): string[] {
  return ts.preProcessFile(read(file), true, true).importedFiles.map(({ fileName }) => {
    if (fileName.startsWith("~/")) return `app/${fileName.slice(2)}`;
    if (fileName.startsWith("."))
      return relative(root, resolve(root, dirname(file), fileName))
        .split("\\")
        .join("/");
    return fileName;
  });
}

/** Every function of a file with its name, first line and length in lines. */
export function functionsOf(file: string): { name: string; line: number; length: number }[] {
  const source = ts.createSourceFile(
    file,
    read(file),
    ts.ScriptTarget.Latest,
    true,
    file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  const found: { name: string; line: number; length: number }[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && "body" in node && node.body) {
      const from = lineAt(node.getStart(source));
      found.push({ name: node.name?.getText(source) ?? "(no name)", line: from, length: lineAt(node.end) - from + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Exported declarations of a file, and whether a doc comment stands above each. */
export function exportsOf(file: string): { name: string; documented: boolean }[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const found = source.statements.flatMap((statement) => {
    const exported =
      ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
    if (!exported) return [];
    const documented = ts.getJSDocCommentsAndTags(statement).length > 0;
    const names = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map((one) => one.name.getText(source))
      : [("name" in statement && (statement.name as ts.Node | undefined)?.getText(source)) || "default"];
    return names.map((name) => ({ name, documented }));
  });
  // A schema and the type inferred from it bear one name and one comment.
  return found.filter(({ name }, at) => found.findIndex((other) => other.name === name) === at);
}
