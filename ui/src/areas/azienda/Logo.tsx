import { ImagePlus, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { call, refresh } from "../../ipc/client";
import type { AziendaDraft } from "../../ipc/generated";
import { Button } from "../../shared/Button";
import { keep } from "../../shared/keep";
import { sayFailure } from "../../shared/toast";
import type { Draft } from "../../shared/useDraft";

/** The picture of the letterhead. */
export function Logo({ draft }: { draft: Draft<AziendaDraft> }) {
  const { t } = useTranslation("azienda");
  const choose = async () => {
    const picked = await call("dialog_pick", { scelta: "immagine", nome: "" });
    if (!picked) return;
    const { value } = await keep("azienda_logo", { token: picked.token }, t("logo_salvato"));
    draft.change({ logo: value.draft.logo });
    await refresh(["documenti"]); // previews show it
  };
  return (
    <section className="mb-6">
      <h2 className="mb-2 text-md font-semibold">{t("logo")}</h2>
      <p className="mb-2 text-ink-3">{t(draft.value.logo ? "logo_presente" : "logo_assente")}</p>
      <div className="flex gap-2">
        <Button onPress={() => void choose().catch(sayFailure)}>
          <ImagePlus size={16} aria-hidden="true" />
          {t(draft.value.logo ? "logo_cambia" : "logo_scegli")}
        </Button>
        {draft.value.logo ? (
          <Button look="quiet" onPress={() => draft.change({ logo: null })}>
            <Trash2 size={16} aria-hidden="true" />
            {t("logo_togli")}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
