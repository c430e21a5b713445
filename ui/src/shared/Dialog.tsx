import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { IconButton } from "./Button";
import { type Handlers, useKeys } from "./keys";
import { useFocusBack } from "./useFocusBack";

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** Buttons at the foot, the one that goes on last. */
  actions?: ReactNode;
  /** What keys do while it is open; the page below does not hear them. */
  keys?: Handlers;
  size?: "small" | "medium" | "large";
  children: ReactNode;
}

const SIZES = { small: "max-w-md", medium: "max-w-2xl", large: "max-w-5xl" };

export function Dialog({ title, isOpen, onClose, actions, keys = {}, size = "small", children }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-40 flex items-start justify-center bg-scrim p-6 pt-[12vh]"
    >
      <Modal
        className={`max-h-[76vh] w-full ${SIZES[size]} overflow-hidden rounded-xl border border-line bg-raised shadow-pop`}
      >
        <AriaDialog className="flex max-h-[76vh] flex-col outline-none!">
          <DialogKeys keys={keys} />
          <DialogHead title={title} onClose={onClose} />
          <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-auto px-4 pb-4">{children}</div>
          {actions ? (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">{actions}</footer>
          ) : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Mounted only while the dialog is open. */
function DialogKeys({ keys }: { keys: Handlers }) {
  useKeys(keys, true);
  useFocusBack();
  return null;
}

function DialogHead({ title, onClose }: { title: string; onClose: () => void }) {
  const { t } = useTranslation("shared");
  return (
    <header className="flex items-center justify-between gap-4 py-3 pr-2 pl-4">
      <Heading slot="title" className="text-md font-semibold">
        {title}
      </Heading>
      <IconButton label={t("close")} chord="Escape" onPress={onClose}>
        <X size={16} aria-hidden="true" />
      </IconButton>
    </header>
  );
}
