import type { App } from '../../context.ts';
import { listen } from '../../db/listen.ts';
import type { Actor } from '../../people/actor.ts';
import { liveChannel } from './notify.ts';
import { liveState } from './state.ts';

/** Somebody who follows a meeting. */
export interface Follower {
  readonly meetingId: string;
  readonly actor: Actor | null;
  /** Whether closed items are open to the follower; all who may read the same are told the same. */
  readonly readsClosed: boolean;
  readonly tell: (event: string) => void;
  readonly end: () => void;
}

/** The most who may follow meetings on one process. */
export const mostFollowers = 2_000;

/**
 * Tells followers how their meeting stands each time something in it changes, whichever process changed it. One listening
 * connection for the process, and one reading for all who may read the same.
 */
export class Hub {
  readonly #app: App;
  readonly #followers = new Map<string, Set<Follower>>();
  readonly #running = new Set<string>();
  readonly #changed = new Set<string>();
  #listening: Promise<() => Promise<void>> | null = null;

  constructor(app: App) {
    this.#app = app;
  }

  get size(): number {
    return [...this.#followers.values()].reduce((sum, set) => sum + set.size, 0);
  }

  /** Begins to follow, and answers with how to stop. The state as it is comes at once. */
  async follow(follower: Follower): Promise<() => void> {
    const set = this.#followers.get(follower.meetingId) ?? new Set();
    this.#followers.set(follower.meetingId, set.add(follower));
    this.#listening ??= this.#listen();
    await this.#listening;
    follower.tell(eventOf(await liveState(this.#app.db, follower.meetingId, follower.actor)));
    return () => {
      set.delete(follower);
      if (set.size === 0) this.#followers.delete(follower.meetingId);
      if (this.#followers.size === 0) void this.#stopListening();
    };
  }

  /** Ends every stream: the server is closing. */
  async close(): Promise<void> {
    for (const set of this.#followers.values()) for (const follower of set) follower.end();
    this.#followers.clear();
    await this.#stopListening();
  }

  async #listen(): Promise<() => Promise<void>> {
    return listen(this.#app.db, liveChannel, {
      heard: (meetingId) => void this.#tell(meetingId),
      // What happened while nobody listened is told as soon as somebody does again.
      lost: () => {
        this.#listening = null;
        if (this.#followers.size === 0) return;
        setTimeout(() => {
          if (this.#followers.size === 0) return;
          this.#listening ??= this.#listen();
          this.#listening.then(
            () => [...this.#followers.keys()].forEach((id) => void this.#tell(id)),
            (error: unknown) => this.#app.log.error({ err: error }, 'meetings are not followed'),
          );
        }, 1_000).unref();
      },
    });
  }

  async #stopListening(): Promise<void> {
    const listening = this.#listening;
    this.#listening = null;
    const stop = await listening?.catch(() => undefined);
    await stop?.();
  }

  /** Reads once for each kind of reader and tells all; changes that come meanwhile make one more round. */
  async #tell(meetingId: string): Promise<void> {
    this.#changed.add(meetingId);
    if (this.#running.has(meetingId)) return;
    this.#running.add(meetingId);
    try {
      while (this.#changed.delete(meetingId)) {
        const followers = [...(this.#followers.get(meetingId) ?? [])];
        for (const closed of [true, false]) {
          const alike = followers.filter((each) => each.readsClosed === closed);
          const [first] = alike;
          if (!first) continue;
          const event = eventOf(await liveState(this.#app.db, meetingId, first.actor));
          for (const each of alike) each.tell(event);
        }
      }
    } catch (error) {
      this.#app.log.error({ err: error }, 'followers of a meeting were not told');
    } finally {
      this.#running.delete(meetingId);
    }
  }
}

const eventOf = (state: unknown): string => `data: ${JSON.stringify(state)}\n\n`;

const hubs = new WeakMap<App, Hub>();

/** The hub of a running Fælled. */
export function hubOf(app: App): Hub {
  const hub = hubs.get(app) ?? new Hub(app);
  hubs.set(app, hub);
  return hub;
}
