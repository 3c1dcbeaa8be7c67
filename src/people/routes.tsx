import type { FastifyInstance } from 'fastify';
import type { App } from '../context.ts';
import type { PageSpec } from '../web/pages.ts';
import { signInRoutes } from './sign-in/routes.tsx';

export const peoplePages: readonly PageSpec[] = [];
/** Signing in and out. */
export const peopleRoutes: readonly ((fastify: FastifyInstance, app: App) => void)[] = [signInRoutes];
