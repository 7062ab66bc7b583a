import type { OpenAPIObject } from '@nestjs/swagger';
import { Card, Details, PageHeader, Tag } from '../ui/blocks.js';
import { Layout } from '../ui/layout.js';

interface Operation {
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; description?: string }[];
  requestBody?: { content?: Record<string, { schema?: unknown }> };
  responses?: Record<string, { content?: Record<string, { schema?: unknown }> }>;
  'x-allowed-roles'?: string[];
}
type Listed = Operation & { method: string; path: string };

const nameOf = (schema: unknown): string | undefined => {
  const { $ref, items } = (schema ?? {}) as { $ref?: string; items?: { $ref?: string } };
  const name = ($ref ?? items?.$ref)?.split('/').at(-1);
  return name && items ? `${name}[]` : name;
};

function byTag(document: OpenAPIObject): [string, Listed[]][] {
  const groups = new Map<string, Listed[]>();
  for (const [path, item] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(item as Record<string, Operation>)) {
      const tag = operation.tags?.[0] ?? 'other';
      groups.set(tag, [...(groups.get(tag) ?? []), { ...operation, method, path }]);
    }
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}

/** Developers read English: the field names are English too. */
export function ApiDocsPage({ document }: { document: OpenAPIObject }) {
  return (
    <Layout title="API" width="wide">
      <div lang="en">
        <PageHeader title={`${document.info.title} API ${document.info.version}`} lead={document.info.description} />
        <p>
          Machine readable: <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI {document.openapi}). Refusals are
          problem+json with a <code>code</code>.
        </p>
        {byTag(document).map(([tag, operations]) => (
          <Card id={`tag-${tag}`} title={tag}>
            {operations.map((operation) => (
              <OperationBlock operation={operation} />
            ))}
          </Card>
        ))}
        <Card id="schemas" title="schemas">
          {Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => (
            <Details summary={name}>
              <pre class="app-json" tabIndex={0} role="region" aria-label={name}>
                {JSON.stringify(schema, null, 2)}
              </pre>
            </Details>
          ))}
        </Card>
      </div>
    </Layout>
  );
}

function OperationBlock({ operation }: { operation: Listed }) {
  const body = nameOf(Object.values(operation.requestBody?.content ?? {})[0]?.schema);
  const answers = Object.entries(operation.responses ?? {}).filter(([status]) => status !== 'default');
  return (
    <article class="app-operation">
      <h3 class="govuk-heading-s">
        <Tag>{operation.method.toUpperCase()}</Tag> <code>{operation.path}</code>
      </h3>
      <p>{operation.summary ?? operation.description}</p>
      <ul class="govuk-list">
        {operation['x-allowed-roles'] && <li>Roles: {operation['x-allowed-roles'].join(', ')}</li>}
        {operation.parameters?.map((one) => (
          <li>
            <code>{one.name}</code> ({one.in}
            {one.required ? ', required' : ''}){one.description ? `: ${one.description}` : ''}
          </li>
        ))}
        {body && (
          <li>
            Body: <code>{body}</code>
          </li>
        )}
        {answers.map(([status, answer]) => {
          const name = nameOf(Object.values(answer.content ?? {})[0]?.schema);
          return (
            <li>
              {status}
              {name ? ': ' : ''}
              {name && <code>{name}</code>}
            </li>
          );
        })}
      </ul>
    </article>
  );
}
