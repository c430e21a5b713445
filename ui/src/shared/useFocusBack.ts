import { useEffect, useState } from "react";

/**
 * What had the focus when this was first drawn has it again once this is gone, unless something else took it meanwhile.
 * React Aria's own giving back leaves it on the body after the palette and after dialogs opened by a chord.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const giveBack = () => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      };
      requestAnimationFrame(() => setTimeout(giveBack));
    },
    [before],
  );
}
