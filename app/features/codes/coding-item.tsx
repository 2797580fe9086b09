import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { SelectField } from "~/ui/select-field";
import { StatusTag } from "~/ui/status-tag";
import { TextArea } from "~/ui/text-area";
import type { CodedTextPage } from "./load-coded-text.server";
import type { Selected } from "./use-selected";

export interface CodingItemProps {
  coding: CodedTextPage["codings"][number];
  page: CodedTextPage;
  selected: Selected | null;
  kept: Kept;
}

/** A mark in the list under its text: code, words and note, with changing and taking it off; one that is behind asks to be set again. */
export function CodingItem({ coding, page, selected, kept }: CodingItemProps) {
  const t = useTranslations("codes");
  const { code, title, passage, note, place } = coding;
  return (
    <li className="stack">
      <p className="row wrap">
        <Link to={`${page.base}/codes/${code}`}>
          <bdi className="strong">{title}</bdi>
        </Link>
        {!place && <StatusTag state="behind" />}
      </p>
      <p className="quote small2" lang={coding.language} dir="auto">
        {passage}
      </p>
      {note !== "" && (
        <p className="small keep-lines" dir="auto">
          {note}
        </p>
      )}
      {!place && <p className="small soft">{t("text.behind")}</p>}
      {page.mayWrite && <CodingActs coding={coding} page={page} selected={selected} kept={kept} />}
    </li>
  );
}

function CodingActs({ coding, page, selected, kept }: CodingItemProps) {
  const t = useTranslations("codes");
  const { id, version, code, title, note, place } = coding;
  const mine = kept.value("intent") === "change" && kept.value("id") === id ? kept : undefined;
  return (
    <>
      <details open={mine !== undefined || undefined}>
        <summary className="small">
          {t("text.change")} <span className="vh">{title}</span>
        </summary>
        <Form method="post" className="stack" noValidate>
          <HiddenFields values={{ intent: "change", id, version }} />
          <SelectField
            name="code"
            id={`code-${id}`}
            label={t("code")}
            options={page.codes}
            value={mine?.value("code") ?? code}
            error={mine?.error("code")}
          />
          <TextArea
            name="note"
            id={`note-${id}`}
            label={t("note")}
            optional
            rows={2}
            value={mine?.value("note") ?? note}
            error={mine?.error("note")}
          />
          <div>
            <Button size="small" about={title}>
              {t("text.save")}
            </Button>
          </div>
        </Form>
      </details>
      <div className="row wrap">
        {!place && selected && (
          <Form method="post">
            <HiddenFields values={{ intent: "replace", id, version, digest: page.digest, start: selected.start, end: selected.end }} />
            <Button size="small" about={title}>
              {t("text.again")}
            </Button>
          </Form>
        )}
        <Form method="post">
          <HiddenFields values={{ intent: "archive", id, version }} />
          <Button size="small" variant="quiet" about={title}>
            {t("text.remove")}
          </Button>
        </Form>
      </div>
    </>
  );
}
