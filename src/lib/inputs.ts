import { z } from 'zod';

/**
 * The kinds of input every form and operation is built from. Text is normalised (NFC, trimmed, unix line ends) and
 * refused when it holds what a database cannot store: NUL, control characters or half a surrogate pair.
 */
const storable = (value: string): boolean =>
  // oxlint-disable-next-line no-control-regex
  value.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value);

const clean = (value: string): string =>
  value.isWellFormed() ? value.replace(/\r\n?/g, '\n').normalize('NFC').trim() : value;

const base = () => z.string().refine(storable, { error: 'characters' }).transform(clean);

/** One line that must be filled in. */
export const line = (max = 200) =>
  base().pipe(
    z
      .string()
      .min(1, { error: 'required' })
      .max(max)
      .refine((v) => !v.includes('\n'), { error: 'one-line' }),
  );

/** One line that may be empty. */
export const optionalLine = (max = 200) =>
  base()
    .pipe(
      z
        .string()
        .max(max)
        .refine((v) => !v.includes('\n'), { error: 'one-line' }),
    )
    .default('');

/** Several lines that must be filled in. */
export const prose = (max = 20_000) => base().pipe(z.string().min(1, { error: 'required' }).max(max));

/** Several lines that may be empty. */
export const optionalProse = (max = 20_000) => base().pipe(z.string().max(max)).default('');

/** One line of a thing that is edited: may be emptied, and stays as it is when nothing is sent. */
export const editedLine = (max = 200) =>
  base()
    .pipe(
      z
        .string()
        .max(max)
        .refine((v) => !v.includes('\n'), { error: 'one-line' }),
    )
    .optional();

/** Several lines of a thing that is edited: may be emptied, and stay as they are when nothing is sent. */
export const editedProse = (max = 20_000) => base().pipe(z.string().max(max)).optional();

/** A reason: said in words, not with a dot. */
export const reason = () => base().pipe(z.string().min(3, { error: 'reason' }).max(5_000));

/** A calendar date, `2026-11-24`, that exists. */
export const isoDate = () =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date' })
    .refine(dateExists, { error: 'date' });

function dateExists(value: string): boolean {
  try {
    const year = Temporal.PlainDate.from(value, { overflow: 'reject' }).year;
    return year >= 1900 && year <= 2200;
  } catch {
    return false;
  }
}

/** A time of day as people write it, `10.00` or `9:30`; read as `09:30`. */
export const timeOfDay = () =>
  base().pipe(
    z
      .string()
      .regex(/^([01]?\d|2[0-3])[.:]?[0-5]\d$/, { error: 'time' })
      .transform((value) => {
        const digits = value.replace(/[.:]/, '').padStart(4, '0');
        return `${digits.slice(0, 2)}:${digits.slice(2)}`;
      }),
  );

/** An address on the web that a reader may follow: http or https. */
export const webAddress = () =>
  base().pipe(z.string().max(2_000).refine(isWebAddress, { error: 'web-address' }));

function isWebAddress(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '';
}

/** An e-mail address, in lower case. */
export const email = () =>
  base().pipe(
    z
      .string()
      .max(254)
      .transform((v) => v.toLowerCase())
      .pipe(z.email({ error: 'email' })),
  );

/** A count of votes or the like: a whole number from 0. */
export const count = (max = 100_000) => z.coerce.number().int({ error: 'whole-number' }).min(0).max(max);

/** An amount in øre: a whole number from 0. */
export const oere = () => z.coerce.number().int({ error: 'whole-number' }).min(0).max(9_000_000_000_000);

/** A UUID. */
export const id = () => z.uuid({ error: 'id' });

/** A UUID or a slug, as they stand in addresses. */
export const idOrSlug = () =>
  z
    .string()
    .min(1)
    .max(100)
    .regex(/^[A-Za-z0-9-]+$/, { error: 'id' });

/** A short name as it stands in an address: a level, an edition, a kind of body. */
export const shortName = (max = 40) =>
  z
    .string()
    .max(max)
    .regex(/^[A-Za-z0-9._-]*$/, { error: 'id' });

/** The keys of a vocabulary table as an enumeration. */
export function oneOf<T extends Record<string, unknown>>(table: T) {
  return z.enum(Object.keys(table) as [Extract<keyof T, string>, ...Extract<keyof T, string>[]]);
}

/** A tick in a form (`on`) or a JSON boolean. */
export const tick = () =>
  z
    .preprocess(
      (value) =>
        value === 'on' || value === 'true' ? true : value === 'false' || value === '' ? false : value,
      z.boolean(),
    )
    .default(false);
