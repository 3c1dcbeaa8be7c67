import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { writeCommunity } from '../transfer/write-community.ts';
import { openCommunity } from './open-community.ts';
import { tell } from './terminal.ts';

/** `faelled export [<file>]`: to the file, which appears only when it is whole, or to the terminal's output. */
export async function run(args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const file = positionals[0];
  const community = await openCommunity(readConfig());
  try {
    const stream = file === undefined ? process.stdout : createWriteStream(`${file}.part`);
    const rows = await writeCommunity(community.db, async (chunk) => {
      if (!stream.write(chunk)) await once(stream, 'drain');
    });
    if (file !== undefined) {
      stream.end();
      await finished(stream);
      await rename(`${file}.part`, file);
    }
    tell({ da: `${rows} rækker er eksporteret.`, en: `${rows} rows exported.` });
    return 0;
  } finally {
    await community.close();
  }
}
