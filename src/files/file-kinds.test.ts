import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bytesOf } from '../../test/evaluation-files.ts';
import { sha256 } from '../lib/hash.ts';
import { checkFile, maximumFileBytes } from './file-kinds.ts';
import type { CheckedFile } from './file-kinds.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));

/** A zip archive with one stored file, which is what the office formats begin with. */
function zip(name: string, content: string): Uint8Array {
  const [n, c] = [Buffer.from(name), Buffer.from(content)];
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt32LE(c.length, 18);
  header.writeUInt32LE(c.length, 22);
  header.writeUInt16LE(n.length, 26);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  return Buffer.concat([header, n, c, end]);
}

const contentTypes = (main: string): string =>
  `<Types><Override PartName="/x.xml" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>`;

const pdf = bytesOf('%PDF-1.7\n%âãÏÓ\n1 0 obj\n');
const png = hex('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000049454e44ae426082');
const exe = Buffer.concat([bytesOf('MZ'), Buffer.alloc(100)]);

describe('files that are taken', () => {
  const taken: readonly [string, Uint8Array, string][] = [
    ['styregruppe.pdf', pdf, 'application/pdf'],
    ['skærmbillede.PNG', png, 'image/png'],
    ['foto.jpeg', hex('ffd8ffe000104a46494600010100000100010000ffd9'), 'image/jpeg'],
    ['foto.webp', Buffer.concat([bytesOf('RIFF'), hex('1a000000'), bytesOf('WEBPVP8 ')]), 'image/webp'],
    [
      'referat.docx',
      zip('[Content_Types].xml', contentTypes('wordprocessingml.document')),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [
      'budget.xlsx',
      zip('[Content_Types].xml', contentTypes('spreadsheetml.sheet')),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    [
      'referat.odt',
      zip('mimetype', 'application/vnd.oasis.opendocument.text'),
      'application/vnd.oasis.opendocument.text',
    ],
    ['note.txt', bytesOf('Blåbærgrød'), 'text/plain'],
    ['README.md', bytesOf('\ufeff# Titel'), 'text/markdown'],
    ['tal.csv', bytesOf('a;b\r\n1;2'), 'text/csv'],
    ['data.json', bytesOf('{"a":1}'), 'application/json'],
  ];
  for (const [name, bytes, type] of taken)
    test(`${name}`, async () => {
      const checked = (await checkFile({ name, bytes })) as CheckedFile;
      assert.deepEqual(checked, {
        name,
        kind: checked.kind,
        type,
        size: bytes.length,
        hash: sha256(bytes),
      });
    });
});

describe('files that are refused', () => {
  const refused: readonly [string, string, Uint8Array, RegExp][] = [
    ['a program called a picture', 'logo.png', exe, /hedder \.png, men indholdet er exe/],
    ['a program called text', 'note.txt', exe, /hedder \.txt, men indholdet er exe/],
    ['a picture called a document', 'referat.pdf', png, /hedder \.pdf, men indholdet er png/],
    [
      'a spreadsheet called a document',
      'a.docx',
      zip('[Content_Types].xml', contentTypes('spreadsheetml.sheet')),
      /xlsx/,
    ],
    ['an archive called a document', 'a.docx', zip('x.txt', 'hej'), /men indholdet er/],
    ['text called a document', 'a.pdf', bytesOf('hej'), /noget andet/],
    ['half a document', 'a.docx', hex('504b0304'), /hedder \.docx/],
    ['a web page', 'side.html', bytesOf('<p>'), /Brug en af disse/],
    ['a file without extension', 'referat', pdf, /Brug en af disse/],
    ['an extension that objects have', 'x.constructor', pdf, /Brug en af disse/],
    ['text in Latin-1', 'note.txt', Buffer.from('Blåbær', 'latin1'), /UTF-8/],
    ['text with control characters', 'tal.csv', bytesOf('a\u0000b'), /ikke tekst/],
    ['JSON that is not', 'data.json', bytesOf('{'), /gyldig JSON/],
    ['an empty file', 'note.txt', new Uint8Array(), /tom/],
    ['more than 20 MB', 'note.txt', new Uint8Array(maximumFileBytes + 1).fill(97), /20 MB/],
  ];
  for (const [what, name, bytes, says] of refused)
    test(`${what} is refused in both languages`, async () => {
      const answer = await checkFile({ name, bytes });
      assert.ok('refused' in answer);
      assert.match(answer.refused.da, says);
      assert.notEqual(answer.refused.en, answer.refused.da);
    });
});

test('a name loses folders and hidden characters, never its extension', async () => {
  const nameOf = async (name: string): Promise<string> =>
    ((await checkFile({ name, bytes: pdf })) as CheckedFile).name;
  assert.equal(await nameOf('C:\\mappe\\../a\u202eb\u0000.pdf'), 'ab.pdf');
  assert.equal(await nameOf(`${'x'.repeat(300)}.pdf`), `${'x'.repeat(196)}.pdf`);
});
