import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** What the thread is asked: a number to answer with, and the paper as JSON. */
export interface Asked {
  readonly id: number;
  readonly paper: string;
  /** Seconds since 1970. */
  readonly madeAt: number;
}
export type Answered =
  { readonly id: number; readonly pdf: Uint8Array } | { readonly id: number; readonly failed: string };

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const template = readFileSync(at('./paper.typ'), 'utf8');
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [at('./fonts')] }] });
/** How many papers back what was laid out is remembered. */
const remembered = 10;

parentPort?.on('message', ({ id, paper, madeAt }: Asked) => {
  let answer: Answered;
  try {
    const pdf = compiler.pdf(
      { mainFileContent: template, inputs: { paper } },
      { pdfStandard: 'ua-1', creationTimestamp: madeAt },
    );
    answer = { id, pdf: new Uint8Array(pdf) };
  } catch (error) {
    answer = { id, failed: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer, 'pdf' in answer ? [answer.pdf.buffer as ArrayBuffer] : []);
  compiler.evictCache(remembered);
});
