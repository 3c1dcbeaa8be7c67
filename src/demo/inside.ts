import type { Db, Tx } from '../db/client.ts';

/**
 * A transaction dressed as the database, so that deeds, which each begin a transaction of their own, run inside this
 * one: the demo is there as a whole or not at all.
 */
export const inside = (tx: Tx): Db =>
  new Proxy(tx as Db, {
    get(target, name) {
      if (name === 'transaction')
        return () => ({ execute: <T>(work: (same: Tx) => Promise<T>): Promise<T> => work(tx) });
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
