/** The same keys with other words: how the English catalogue is held to the Italian one. */
export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };
