import { Worker } from 'node:worker_threads';
import { forTypst } from './for-typst.ts';
import type { Paper } from './paper.ts';
import type { Answered, Asked } from './typst-worker.ts';

interface Waiting {
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (error: Error) => void;
}

/** Longest time a paper may take, in milliseconds; the thread is then ended and begun anew with the next. */
const longest = 30_000;

let thread: Worker | null = null;
let nextId = 1;
const waiting = new Map<number, Waiting>();

/**
 * Lays out a paper as PDF/UA-1 with tags, bookmarks and metadata. The compiler runs in a thread of its own that is
 * begun with the first paper and does not keep the process alive, so that no page waits for a paper.
 * @throws Error when the paper cannot be laid out, with what Typst says; no text of people can bring that about
 */
export function pdfOf(paper: Paper): Promise<Buffer> {
  const worker = (thread ??= begin());
  const id = nextId++;
  return new Promise<Buffer>((resolve, reject) => {
    const late = setTimeout(() => {
      void worker.terminate();
    }, longest);
    waiting.set(id, {
      resolve: (pdf) => {
        clearTimeout(late);
        resolve(pdf);
      },
      reject: (error) => {
        clearTimeout(late);
        reject(error);
      },
    });
    worker.ref();
    const asked: Asked = {
      id,
      paper: forTypst(paper),
      madeAt: Math.floor(Temporal.Instant.from(paper.madeAt).epochMilliseconds / 1_000),
    };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(asked);
  });
}

function begin(): Worker {
  const worker = new Worker(new URL('./typst-worker.ts', import.meta.url));
  worker.on('message', (answer: Answered) => {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
    if ('pdf' in answer) asker?.resolve(Buffer.from(answer.pdf.buffer as ArrayBuffer));
    else asker?.reject(new Error(`a paper could not be laid out: ${answer.failed}`));
  });
  worker.on('error', (error) => giveUp(worker, error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => giveUp(worker, new Error('a paper took too long to lay out')));
  return worker;
}

/** The thread is gone: those who wait are told, and the next paper begins another. */
function giveUp(worker: Worker, error: Error): void {
  if (thread !== worker) return;
  thread = null;
  for (const asker of waiting.values()) asker.reject(error);
  waiting.clear();
}
