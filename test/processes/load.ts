import { newId } from '../../src/lib/id.ts';

export interface Writer {
  readonly person: string;
  readonly token: string;
}

/** What a server has said to be done: whoever heard it relies on it. */
export interface Acknowledged {
  /** Names of the ideas registered, each sent with a key of its own so that it may be sent again. */
  readonly ideas: Map<string, string>;
  /** Ids of comments on agenda items. */
  readonly comments: Set<string>;
  /** For each vote: who, in which box, what, and the receipt. */
  readonly votes: {
    readonly person: string;
    readonly ballot: string;
    readonly choice: string;
    readonly receipt: string | null;
  }[];
}

/** What was under way when the server died, and is sent again to the next one. */
export interface Unanswered {
  readonly path: string;
  readonly key: string;
  readonly body: Record<string, unknown>;
  readonly writer: Writer;
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** One write as a program sends it; null when no answer came. */
export async function send(base: string, { writer, path, key, body }: Unanswered): Promise<Answer | null> {
  try {
    const response = await fetch(`${base}/api/v1${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${writer.token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  } catch {
    return null;
  }
}

export const choices = ['for', 'against', 'abstaining'] as const;

/** What one round writes to: the open boxes, and the item that is talked about. */
export interface Target {
  readonly base: string;
  readonly ballots: readonly string[];
  readonly item: string;
}

/**
 * Each writer votes once in every box, with ideas and comments between, until it gets no answer any more. What is
 * answered is noted as acknowledged at that moment and no earlier.
 */
export async function write(
  writer: Writer,
  { base, ballots, item }: Target,
  acknowledged: Acknowledged,
  random: () => number,
): Promise<readonly Unanswered[]> {
  const name = () => `Idé ${newId().slice(-12)}`;
  const idea = () => ({ path: '/initiatives', body: { name: name(), summary: 'Under belastning' } });
  const comment = () => ({ path: `/agenda-items/${item}/comments`, body: { comment: name() } });
  const votes = ballots.map((ballot) => ({
    path: `/ballots/${ballot}/votes`,
    body: { choices: [choices[Math.floor(random() * 3)] as string] },
  }));
  const todo: { path: string; body: Record<string, unknown> }[] = votes.toSorted(() => random() - 0.5);
  for (;;) {
    const next = random() < 0.5 ? todo.pop() : undefined;
    const asked = { writer, key: newId(), ...(next ?? (random() < 0.3 ? idea() : comment())) };
    const answer = await send(base, asked);
    if (answer === null) return [asked];
    note(asked, answer, acknowledged);
  }
}

/** Notes what an answer acknowledges; a vote may be refused only because it is in, or because the box is closed. */
export function note(asked: Unanswered, answer: Answer, acknowledged: Acknowledged): void {
  const ballot = /^\/ballots\/([^/]+)/.exec(asked.path)?.[1];
  if (answer.status !== 201) {
    if (ballot !== undefined && answer.status === 409) return;
    throw new Error(`${asked.path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
  if (ballot !== undefined)
    acknowledged.votes.push({
      person: asked.writer.person,
      ballot,
      choice: (asked.body['choices'] as string[])[0] as string,
      // A receipt is shown once: asked again with the same key, the server only says that the vote is in.
      receipt: typeof answer.body['receipt'] === 'string' ? answer.body['receipt'] : null,
    });
  else if (asked.path === '/initiatives') acknowledged.ideas.set(asked.key, String(answer.body['id']));
  else acknowledged.comments.add(String(answer.body['id']));
}
