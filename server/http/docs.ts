import type { Endpoints } from '#core/contract/index.ts';
import { openApiDocument } from '#core/contract/openapi-document.ts';
import { words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import { problemCodes } from '#core/problem.ts';
import type { Handler } from './call.ts';
import { statusOf } from './errors.ts';
import { escapeHtml } from './html.ts';

type Document = ReturnType<typeof openApiDocument>;
type Operation = NonNullable<NonNullable<Document['paths']>[string]['get']>;

interface Parameter {
  readonly name?: string;
  readonly in?: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: { readonly description?: string };
}

function writeParameters(operation: Operation): string {
  const parameters = (operation.parameters ?? []) as readonly Parameter[];
  if (parameters.length === 0) return '';
  const rows = parameters.map(({ name = '', description, schema, required }) => {
    const text = description ?? schema?.description ?? '';
    return `<dt><code>${escapeHtml(name)}</code>${required === true ? ' *' : ''}</dt><dd>${escapeHtml(text)}</dd>`;
  });
  return `<dl>${rows.join('')}</dl>`;
}

function writeOperation(path: string, method: string, operation: Operation): string {
  const success = Object.entries(operation.responses ?? {}).find(([status]) => status !== 'default')?.[1];
  const content = success !== undefined && 'content' in success ? Object.keys(success.content ?? {}) : [];
  const formats = content.map((type) => `<code>${escapeHtml(type)}</code>`).join(', ');
  const name = `${method.toUpperCase()} ${path}`;
  return `<section><h3 id="${escapeHtml(operation.operationId ?? '')}"><code>${escapeHtml(name)}</code></h3>
<p>${escapeHtml(operation.summary ?? '')}</p><p>${formats}</p>${writeParameters(operation)}</section>`;
}

function writeProblems(language: Language): string {
  return problemCodes
    .map((code) => {
      const [title, detail] = words[language].problems[code];
      return `<dt id="${code}"><code>${code}</code> (${statusOf(code)})</dt><dd>${escapeHtml(title)}. ${escapeHtml(detail)}</dd>`;
    })
    .join('\n');
}

/** The OpenAPI document as a page without scripts; the anchors of problems are their `type`. */
export const docs: Handler<Endpoints['docs']> = ({ origin, language }, site) => {
  const document = openApiDocument({
    origin,
    language,
    softwareVersion: site.softwareVersion,
    region: site.region,
  });
  const { page } = words[language].collections;
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, { get, post, servers }]) => {
    const base = (servers ?? document.servers)?.[0]?.url.slice(origin.length) ?? '';
    const address = `${base}${path}`.replace(/\/$/, '');
    return [
      ...(get === undefined ? [] : [writeOperation(address, 'get', get)]),
      ...(post === undefined ? [] : [writeOperation(address, 'post', post)]),
    ];
  });
  const { title, description = '', version } = document.info;
  return {
    body: `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title></head><body><main>
<h1>${escapeHtml(title)}</h1><p>${escapeHtml(description)} (${escapeHtml(version)})</p>
<p><a href="${origin}/api/v1/openapi.json">openapi.json</a></p>
<h2>${page.endpoints}</h2>
<div lang="en">${operations.join('\n')}</div>
<h2>${page.problems}</h2>
<dl>${writeProblems(language)}</dl>
</main></body></html>`,
  };
};
