/** Every Italian catalogue by area; the keys that `t` accepts are these. */
import { app } from "./app";
import { shared } from "./shared";

export const it = { app, shared } as const;
