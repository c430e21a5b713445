import { useQuery } from "@tanstack/react-query";
import { query } from "../ipc/client";
import { HIDDEN } from "../shared/area";
import { useSettings } from "../shared/settings";

/** The groups of the sidebar that the person switched off, or that the profile has no use for. */
export function useHidden(): readonly string[] {
  const { hiddenGroups } = useSettings();
  const { data: state } = useQuery(query("app_state", {}));
  return hiddenGroups ?? (state?.archive ? HIDDEN[state.archive.profilo] : []);
}
