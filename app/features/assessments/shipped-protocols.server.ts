import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { LocalText } from "~/domain/local-text";
import { projectRoot } from "~/platform/project-root.server";
import { readProtocolFile } from "~/platform/protocol-file.server";

/** A protocol that ships with the product. */
export interface ShippedProtocol {
  /** Name of its file without the ending. */
  key: string;
  title: LocalText;
  purpose: LocalText;
  languages: string[];
  originalLanguage: string;
}

const folder = () => join(projectRoot(), "protocols");
let known: Promise<ShippedProtocol[]> | undefined;

/** The protocols that ship with the product and can be used as they are; read once. */
export function listShippedProtocols(): Promise<ShippedProtocol[]> {
  return (known ??= readAll());
}

async function readAll(): Promise<ShippedProtocol[]> {
  const names = (await readdir(folder())).filter((name) => name.endsWith(".yaml")).sort();
  const found = await Promise.all(
    names.map(async (name) => ({ key: name.slice(0, -".yaml".length), read: readProtocolFile(await readFile(join(folder(), name))) })),
  );
  return found.flatMap(({ key, read: { protocol } }) => {
    if (!protocol) return [];
    const { title, purpose, languages, originalLanguage } = protocol;
    return [{ key, title, purpose, languages, originalLanguage }];
  });
}

/** The file of a shipped protocol, or null when none has that key. */
export async function readShippedProtocolIfAny(key: string): Promise<{ name: string; bytes: Buffer } | null> {
  const name = (await readdir(folder())).find((file) => file === `${key}.yaml`);
  return name === undefined ? null : { name, bytes: await readFile(join(folder(), name)) };
}
