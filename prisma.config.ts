import { defineConfig } from "prisma/config";

// `prisma generate` needs no engine; without this it would try to download one.
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= process.execPath;

export default defineConfig({ schema: "prisma/schema.prisma" });
