// The description of the API, for those who program against it. Written from the routes themselves, but only when somebody
// asks: the tools for it are a quarter of all the files the server would load at every start.

import type { FastifyInstance, RouteOptions } from 'fastify';

/** To be called before the routes are added: it listens to them. */
export function serveOpenApi(http: FastifyInstance): void {
	const routes: Pick<RouteOptions, 'method' | 'url' | 'schema'>[] = [];
	let written: Promise<object> | null = null;
	http.addHook('onRoute', ({ method, url, schema }) => {
		if (url.startsWith('/api/') && method !== 'HEAD' && schema) routes.push({ method, url, schema });
	});
	http.get('/api/openapi.json', async () => {
		written ??= describe(routes);
		return written;
	});
}

/** Draws the routes, without what they do, on a server that never listens, and lets the library describe that. */
async function describe(routes: readonly Pick<RouteOptions, 'method' | 'url' | 'schema'>[]): Promise<object> {
	const [{ fastify }, { fastifySwagger }, { jsonSchemaTransform }] = await Promise.all([
		import('fastify'),
		import('@fastify/swagger'),
		import('fastify-type-provider-zod'),
	]);
	const drawing = fastify();
	drawing.setValidatorCompiler(() => (value) => ({ value }));
	drawing.setSerializerCompiler(() => (value) => JSON.stringify(value));
	await drawing.register(fastifySwagger, {
		openapi: { info: { title: 'Giliran', description: 'The queue of one hall.', version: '1' } },
		transform: jsonSchemaTransform,
	});
	for (const route of routes) drawing.route({ ...route, handler: () => null });
	await drawing.ready();
	return drawing.swagger();
}
