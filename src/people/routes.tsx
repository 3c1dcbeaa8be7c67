import type { FastifyInstance } from 'fastify';
import type { App } from '../context.ts';
import type { PageSpec } from '../web/pages.ts';
import { setUpRoutes } from './set-up/routes.tsx';
import { signInRoutes } from './sign-in/routes.tsx';

export const peoplePages: readonly PageSpec[] = [];
/** Setting up, and signing in and out. */
export const peopleRoutes: readonly ((fastify: FastifyInstance, app: App) => void)[] = [
  setUpRoutes,
  signInRoutes,
];
