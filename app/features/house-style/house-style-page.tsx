import { useTranslations } from "use-intl";
import type { StyleMapping } from "~/domain/house-style/slots";
import type { Kept } from "~/platform/kept";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { MainAside, Sheet } from "~/ui/sheet";
import { HouseStylePreview } from "./house-style-preview";
import { MappingForm } from "./mapping-form";
import type { HouseStyleShown } from "./open-house-style.server";
import type { TemplateAnswer } from "./receive-template.server";
import { TemplateFactsSheet } from "./template-facts";
import { TemplateRules } from "./template-rules";
import { UploadForm, useFileErrors } from "./upload-form";

export interface HouseStylePageProps {
  path: string;
  style: HouseStyleShown | null;
  mayManage: boolean;
  kept: Kept;
  /** Why the file that was sent was not taken. */
  refused?: TemplateAnswer | undefined;
  /** What was chosen and not saved. */
  chosen?: StyleMapping | undefined;
  previewOnly?: boolean | undefined;
}

/** The house style of a study: its template, what was found in it, what stands for what, and how that looks. */
export function HouseStylePage({ path, style, mayManage, kept, refused, chosen, previewOnly }: HouseStylePageProps) {
  const t = useTranslations("houseStyle");
  const editions = useTranslations("editions");
  const found = useFileErrors(refused);
  const mapping = chosen ?? style?.mapping ?? {};
  const remove = style && mayManage && (
    <ButtonLink to={`${path}/house-style/remove`} variant="quiet">
      {t("remove")}
    </ButtonLink>
  );
  return (
    <>
      <PageHead
        title={t("title")}
        crumbs={[{ label: editions("heading"), href: path }, { label: t("title") }]}
        lede={t("lede")}
        acts={remove}
      />
      <ErrorSummary
        errors={[...found.map((message) => ({ field: "file", name: t("file"), message })), ...kept.summary]}
        title={refused ? undefined : t("notSaved")}
        live={false}
      />
      <MainAside
        label={t("upload")}
        aside={
          <>
            {mayManage && <UploadForm replaces={style !== null} errors={found} />}
            {style && <TemplateFactsSheet style={style} />}
            <TemplateRules />
          </>
        }
      >
        {style ? (
          <>
            {previewOnly && <Notice live>{t("previewOnly")}</Notice>}
            <HouseStylePreview facts={style.facts} mapping={mapping} path={path} stamp={style.sha256} />
            <MappingForm style={style} mapping={mapping} kept={kept} mayManage={mayManage} />
          </>
        ) : (
          <Sheet title={t("previewTitle")} flush>
            <EmptyState title={t("plainTitle")}>{t("plainText")}</EmptyState>
          </Sheet>
        )}
      </MainAside>
    </>
  );
}
