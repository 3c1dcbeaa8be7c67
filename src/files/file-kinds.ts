import type { Text } from '../../rulebook/vocabulary.ts';
import { sha256 } from '../lib/hash.ts';
import { readText } from './text-file.ts';

/** The largest file that is kept: 20 MB. */
export const maximumFileBytes = 20 * 1024 * 1024;

const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';

/** The kinds of file that are kept, by extension, with the type they are served as. */
export const fileKinds = {
  pdf: { type: 'application/pdf', isText: false },
  png: { type: 'image/png', isText: false },
  jpg: { type: 'image/jpeg', isText: false },
  webp: { type: 'image/webp', isText: false },
  docx: { type: `${office}.wordprocessingml.document`, isText: false },
  xlsx: { type: `${office}.spreadsheetml.sheet`, isText: false },
  pptx: { type: `${office}.presentationml.presentation`, isText: false },
  odt: { type: `${open}.text`, isText: false },
  ods: { type: `${open}.spreadsheet`, isText: false },
  odp: { type: `${open}.presentation`, isText: false },
  txt: { type: 'text/plain', isText: true },
  md: { type: 'text/markdown', isText: true },
  csv: { type: 'text/csv', isText: true },
  json: { type: 'application/json', isText: true },
} as const satisfies Record<string, { readonly type: string; readonly isText: boolean }>;
export type FileKind = keyof typeof fileKinds;

const otherNames: Readonly<Record<string, FileKind>> = { jpeg: 'jpg', markdown: 'md', text: 'txt' };

/** A file that may be kept. */
export interface CheckedFile {
  /** Its name without folders and control characters, at most 200 characters. */
  readonly name: string;
  readonly kind: FileKind;
  readonly type: string;
  readonly size: number;
  /** SHA-256 of the content, 64 hexadecimal digits: what it is stored under. */
  readonly hash: string;
}

/** Why a file is not taken. */
export interface RefusedFile {
  readonly refused: Text;
}

const refuse = (da: string, en: string): RefusedFile => ({ refused: { da, en } });

const namesOfKinds = Object.keys(fileKinds).join(', ');

/** What a form says at a field that takes a file. */
export const fileHint: Text = { da: `Højst 20 MB: ${namesOfKinds}`, en: `At most 20 MB: ${namesOfKinds}` };

/**
 * Whether a file may be kept: at most 20 MB, of a kind on the list, and really of the kind its name says.
 * Text must be UTF-8 without control characters, and JSON must be JSON.
 */
export async function checkFile(file: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Promise<CheckedFile | RefusedFile> {
  const { bytes } = file;
  const name = cleanName(file.name);
  if (bytes.length === 0) return refuse('Filen er tom.', 'The file is empty.');
  if (bytes.length > maximumFileBytes)
    return refuse(
      'Filen er for stor. Den må højst fylde 20 MB.',
      'The file is too large. It may be at most 20 MB.',
    );
  const kind = kindNamed(name);
  if (kind === null)
    return refuse(
      `Filer af den slags kan ikke gemmes. Brug en af disse: ${namesOfKinds}.`,
      `Files of that kind cannot be kept. Use one of these: ${namesOfKinds}.`,
    );
  const problem = fileKinds[kind].isText ? await textProblem(kind, bytes) : await contentProblem(kind, bytes);
  return problem ?? { name, kind, type: fileKinds[kind].type, size: bytes.length, hash: sha256(bytes) };
}

function cleanName(name: string): string {
  const bare = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
  const dot = bare.lastIndexOf('.');
  const extension = dot < 0 ? '' : bare.slice(dot, dot + 20);
  const stem = dot < 0 ? bare : bare.slice(0, dot);
  return `${Array.from(stem)
    .slice(0, 200 - extension.length)
    .join('')}${extension}`;
}

function kindNamed(name: string): FileKind | null {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (Object.hasOwn(fileKinds, extension)) return extension as FileKind;
  return Object.hasOwn(otherNames, extension) ? (otherNames[extension] as FileKind) : null;
}

/** The kind the content shows itself to be; a broken archive may make the library throw. */
async function seenKind(bytes: Uint8Array): Promise<string | null> {
  try {
    return (await (await import('file-type')).fileTypeFromBuffer(bytes))?.ext ?? null;
  } catch {
    return null;
  }
}

const lies = (kind: FileKind, seen: string): RefusedFile =>
  refuse(
    `Filen hedder .${kind}, men indholdet er ${seen}. Gem den i det rigtige format, og prøv igen.`,
    `The file is named .${kind}, but its content is ${seen}. Save it in the right format and try again.`,
  );

async function contentProblem(kind: FileKind, bytes: Uint8Array): Promise<RefusedFile | null> {
  const seen = await seenKind(bytes);
  if (seen === kind) return null;
  if (seen !== null) return lies(kind, seen);
  return refuse(
    `Filen hedder .${kind}, men indholdet er noget andet, eller filen er beskadiget.`,
    `The file is named .${kind}, but its content is something else, or the file is damaged.`,
  );
}

async function textProblem(kind: FileKind, bytes: Uint8Array): Promise<RefusedFile | null> {
  const seen = await seenKind(bytes);
  if (seen !== null && seen !== 'xml') return lies(kind, seen);
  const text = readText(bytes, maximumFileBytes);
  if (typeof text !== 'string') return { refused: (text.faults[0] as (typeof text.faults)[number]).says };
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text))
    return refuse(
      `Filen hedder .${kind}, men indholdet er ikke tekst.`,
      `The file is named .${kind}, but its content is not text.`,
    );
  if (kind === 'json' && !isJson(text))
    return refuse(
      'Filen hedder .json, men indholdet er ikke gyldig JSON.',
      'The file is named .json, but its content is not valid JSON.',
    );
  return null;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\ufeff/, ''));
    return true;
  } catch {
    return false;
  }
}
