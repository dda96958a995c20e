/** The shape of the Danish texts with any wording: a missing English key does not compile. */
export type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };
