import type { it } from "../it";
import type { Translated } from "../words";
import { app } from "./app";
import { shared } from "./shared";

export const en: Translated<typeof it> = { app, shared };
