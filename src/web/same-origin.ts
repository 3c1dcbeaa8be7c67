import type { FastifyRequest } from 'fastify';
import { Failure } from '../deeds/failure.ts';

/**
 * Refuses writes that another site makes a browser send. Browsers say where a request comes from in Sec-Fetch-Site
 * and Origin; a request with neither comes from no browser and carries no one's cookie unasked.
 * @throws Failure `cross-site`
 */
export function assertSameOrigin(request: FastifyRequest, ownOrigins: readonly string[]): void {
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return;
  const origin = request.headers.origin;
  if (site === undefined && origin === undefined) return;
  if (
    origin !== undefined &&
    (ownOrigins.includes(origin) || origin === `${request.protocol}://${request.host}`)
  )
    return;
  throw new Failure('cross-site', {
    da: 'Anmodningen kom fra et andet websted og er ikke udført. Åbn siden her og prøv igen.',
    en: 'The request came from another site and was not carried out. Open the page here and try again.',
  });
}
