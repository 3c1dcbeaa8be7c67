import autocannon from 'autocannon';

/** What one measurement asks for; given as JSON to this process of its own. */
export interface Load {
  readonly base: string;
  readonly connections: number;
  /** Seconds to go on for; or each path once where `paths` has several. */
  readonly seconds: number;
  readonly paths: readonly string[];
  readonly post?: { readonly token: string; readonly body: object };
}

export interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly answers: number;
  readonly failed: number;
}

/** Requests a second and latency in milliseconds, worked out from every single answer. */
async function measure(load: Load): Promise<Measured> {
  const times: number[] = [];
  let next = 0;
  const begun = performance.now();
  const instance = autocannon({
    url: load.base,
    connections: load.connections,
    ...(load.post
      ? {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${load.post.token}` },
          body: JSON.stringify(load.post.body),
          amount: load.paths.length,
        }
      : { duration: load.seconds }),
    requests: [
      { setupRequest: (request) => ({ ...request, path: load.paths[next++ % load.paths.length] as string }) },
    ],
  });
  instance.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  const result = await instance;
  const seconds = (performance.now() - begun) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    perSecond: times.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    answers: times.length,
    failed: result.errors + result.timeouts + result.non2xx,
  };
}

console.log(JSON.stringify(await measure(JSON.parse(process.argv[2] as string) as Load)));
