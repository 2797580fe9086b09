import { useRouteLoaderData } from "@remix-run/react";
import type { LocalText } from "~/domain/local-text";
import type { Role } from "~/domain/permissions";
import type { Language } from "~/domain/tool-language";

/** What every page knows. */
export interface RootData {
  requestId: string;
  language: Language;
  /** The moment of the request: what "today" means on the page. */
  now: Date;
  user: { id: string; name: string; email: string } | null;
  /** The assessment that the page belongs to. */
  assessment: {
    id: string;
    slug: string;
    title: LocalText;
    languages: readonly string[];
    originalLanguage: string;
    notice: LocalText | null;
    role: Role;
  } | null;
  /** What the form before this page saved, in words. */
  saved: { id: string; changed: boolean; text: string } | null;
  /** A form that was posted after the session had ended, back in its page. */
  parked: Record<string, string[]> | null;
  /** The person's assessments; `searchHref` where she may search in one. */
  frame: {
    assessments: readonly { title: string; href: string; searchHref?: string | undefined }[];
    /** The entries of the side. */
    nav?: readonly { label: string; href: string }[];
    /** Whether one-key shortcuts are on. */
    shortcuts?: boolean;
  } | null;
}

/** What every page knows; `undefined` only where the root itself could not be loaded. */
export function useRoot(): RootData | undefined {
  return useRouteLoaderData<RootData>("root");
}
