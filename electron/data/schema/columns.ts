import { text } from 'drizzle-orm/sqlite-core';

/** Random identifier made by the handler; a row keeps it for life, also when it travels to another school's file. */
export const id = () => text('id').primaryKey().notNull();

/** Local calendar date `YYYY-MM-DD`. */
export const date = (name: string) => text(name);

/** Moment as ISO 8601 in UTC, from the injected clock. */
export const moment = (name: string) => text(name);
