import { v7 } from 'uuid';

/** A new identifier (UUID version 7: ordered by time, so that indexes stay compact). */
export const newId = (): string => v7();

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Whether a text is a UUID: tells an id from a slug in an address. */
export const isId = (text: string): boolean => pattern.test(text);
