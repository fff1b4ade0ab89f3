import { type Access, allRoutes, type ProblemCode, problems, type Route } from '@teahouse/contract';
import { escapeHtml } from './page-head.ts';

interface Operation {
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { content?: Record<string, { schema?: object }> }>;
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

const accessWords: Record<Access, string> = {
  public: 'everyone',
  member: 'members',
  moderator: 'moderators',
  operator: 'operators',
};

/** The contract for people: one page, no scripts. */
export function referencePage(house: string, document: Document): string {
  const groups = Map.groupBy(allRoutes, (route) => route.id.split('.')[0] ?? '');
  const names = [...groups.keys()];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Interface · ${escapeHtml(house)}</title>
<link rel="stylesheet" href="/api/docs/reference.css">
</head>
<body>
<header><h1>Interface</h1>
<p>Everything the client does goes through these routes. Times are ISO 8601 in UTC, ids UUIDv7, lists are paged by opaque cursors.
The session is a cookie. Pictures are uploaded by the <a href="https://tus.io/protocols/resumable-upload">tus 1.0 protocol</a> at <code>/api/uploads</code>.
The same in machine form: <a href="/api/openapi.json">OpenAPI 3.1</a>.</p>
<nav>${names.map((name) => `<a href="#${name}">${name}</a>`).join(' ')} <a href="#schemas">schemas</a> <a href="#problems">problems</a></nav></header>
<main>
${[...groups].map(([name, group]) => `<section id="${name}"><h2>${name}</h2>${group.map((route) => routeEntry(route, document)).join('\n')}</section>`).join('\n')}
<section id="schemas"><h2>schemas</h2>${Object.entries(document.components.schemas)
    .map(([name, schema]) => schemaEntry(name, schema))
    .join('\n')}</section>
<section id="problems"><h2>problems</h2>
<p>A refusal is <code>application/problem+json</code> (RFC 9457) with <code>code</code>, <code>detail</code>, <code>fields</code> and <code>requestId</code>.</p>
<dl>${(Object.keys(problems) as ProblemCode[]).map(problemEntry).join('\n')}</dl></section>
</main>
</body>
</html>
`;
}

function routeEntry(route: Route, { paths }: Document): string {
  const operation = paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()];
  const success = operation && Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1];
  const facts = [
    `for ${accessWords[route.access]}`,
    `rate class ${route.rate}`,
    ...(route.idempotent ? ['takes Idempotency-Key'] : []),
  ];
  return `<article id="${route.id}">
<h3><code><b class="${route.method.toLowerCase()}">${route.method}</b> ${escapeHtml(route.path)}</code></h3>
<p>${escapeHtml(route.summary)}.</p>
<p class="facts">${facts.join(' · ')}${route.problems ? ` · ${route.problems.map((code) => `<a href="#problem-${code}">${code}</a>`).join(' ')}` : ''}</p>
${operation?.parameters.length ? schemaEntry('parameters', Object.fromEntries(operation.parameters.map((parameter) => [`${parameter.in}.${parameter.name}`, parameter.schema]))) : ''}
${bodyEntry('body', operation?.requestBody?.content)}
${bodyEntry('answer', success?.content)}
</article>`;
}

function bodyEntry(name: string, content: Record<string, { schema?: object }> | undefined): string {
  return Object.entries(content ?? {})
    .map(([type, { schema }]) =>
      schema ? schemaEntry(name, schema) : `<p class="facts">${name}: ${escapeHtml(type)}</p>`,
    )
    .join('');
}

/** References lead to the schema they name. */
function schemaEntry(name: string, schema: object): string {
  const text = escapeHtml(JSON.stringify(schema, undefined, 2)).replace(
    /#\/components\/schemas\/(\w+)/g,
    (_, target: string) => `<a href="#schema-${target}">${target}</a>`,
  );
  return `<details id="schema-${escapeHtml(name)}"><summary>${escapeHtml(name)}</summary><pre>${text}</pre></details>`;
}

function problemEntry(code: ProblemCode): string {
  const { status, title } = problems[code];
  return `<dt id="problem-${code}"><code>${code}</code> <span>${status}</span></dt><dd>${escapeHtml(title)}.</dd>`;
}
