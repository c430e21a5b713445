/** What opens beside its button. Until it opens there is only the button. */
import { cloneElement, type ReactElement, type ReactNode, type RefObject, useRef, useState } from "react";
import { Menu as AriaMenu, Popover as AriaPopover, MenuItem } from "react-aria-components";
import type { PressProps } from "./Button";
import { Kbd } from "./Kbd";

export interface MenuAction {
  id: string;
  label: string;
  icon?: ReactNode;
  chord?: string;
  run: () => void;
}

/** A button of `./Button`, which is given what to do. */
type Trigger = ReactElement<PressProps>;

/** The button that opens, and what stands open beside it. */
function useOpener(trigger: Trigger, haspopup: "menu" | "dialog") {
  const of = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const button = cloneElement(trigger, {
    ref: of,
    "aria-haspopup": haspopup,
    "aria-expanded": isOpen,
    onPress: () => setOpen(!isOpen),
    onKeyDown: (event) => {
      if (haspopup !== "menu" || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
      event.preventDefault();
      setOpen(true);
    },
  });
  const beside = { isOpen, onOpenChange: setOpen, triggerRef: of as RefObject<Element | null> };
  return { button, isOpen, beside, close: () => setOpen(false) };
}

/** A button that opens further actions. */
export function Menu({ trigger, actions }: { trigger: Trigger; actions: readonly MenuAction[] }) {
  const { button, isOpen, beside, close } = useOpener(trigger, "menu");
  return (
    <>
      {button}
      {isOpen ? (
        <MenuBeside
          of={beside.triggerRef}
          label={nameOf(beside.triggerRef)}
          placement="bottom end"
          actions={actions}
          onClose={close}
        />
      ) : null}
    </>
  );
}

interface BesideProps {
  of: RefObject<Element | null>;
  label: string;
  placement: "bottom start" | "bottom end";
  actions: readonly MenuAction[];
  onClose: () => void;
}

/** The open menu itself, beside whatever it belongs to. */
export function MenuBeside({ of, label, placement, actions, onClose }: BesideProps) {
  return (
    <AriaPopover
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      triggerRef={of}
      aria-label={label}
      offset={4}
      placement={placement}
      className="min-w-48 rounded-lg border border-line bg-raised p-1 shadow-pop"
    >
      <AriaMenu autoFocus="first" aria-label={label} onClose={onClose} className="outline-none!">
        {actions.map((action) => (
          <MenuItem
            key={action.id}
            id={action.id}
            textValue={action.label}
            onAction={action.run}
            className="flex h-8 cursor-default items-center gap-2 rounded-md px-2 outline-none! data-[focused]:bg-hover"
          >
            {action.icon}
            <span className="flex-1">{action.label}</span>
            {action.chord ? <Kbd chord={action.chord} /> : null}
          </MenuItem>
        ))}
      </AriaMenu>
    </AriaPopover>
  );
}

/** What a button is called, for what it opens. */
function nameOf(button: RefObject<Element | null>): string {
  return button.current?.getAttribute("aria-label") ?? button.current?.textContent ?? "";
}

/** What stands in a popover, or how to make it from what closes it. */
type Content = ReactNode | ((close: () => void) => ReactNode);

/** Something small beside its button. */
export function Popover({ trigger, label, children }: { trigger: Trigger; label: string; children: Content }) {
  const { button, isOpen, beside, close } = useOpener(trigger, "dialog");
  return (
    <>
      {button}
      {isOpen ? (
        // itself the dialog: a dialog inside would leave its hidden button outside
        <AriaPopover
          {...beside}
          aria-label={label}
          offset={4}
          className="rounded-lg border border-line bg-raised p-3 shadow-pop outline-none!"
        >
          {typeof children === "function" ? children(close) : children}
        </AriaPopover>
      ) : null}
    </>
  );
}
