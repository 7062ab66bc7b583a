import { Controller, Get, Header, Injectable } from '@nestjs/common';
import { type INestApplication } from '@nestjs/common';
import { ApiExcludeController, DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { NextFunction, Request, Response as ExpressResponse } from 'express';
import { Public } from './access/allow.decorator.js';

export const API_VERSION = '1.0.0';

/** API-Version on every answer of the API (Dutch API design rules, /core/version-header). */
export function apiVersion(request: Request, response: ExpressResponse, next: NextFunction): void {
  if (request.path.startsWith('/api/')) response.setHeader('API-Version', API_VERSION);
  next();
}

const problem = {
  description: 'A refusal: problem+json (RFC 9457). `code` names it; `fields` says per field what was expected.',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'code'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          code: { type: 'string' },
          params: { type: 'object' },
          fields: {
            type: 'array',
            items: {
              type: 'object',
              required: ['field', 'code'],
              properties: { field: { type: 'string' }, code: { type: 'string' }, params: { type: 'object' } },
            },
          },
        },
      },
    },
  },
};

/** The OpenAPI document of the API, made once from the controllers; pages are not part of it. */
@Injectable()
export class ApiDocument {
  private app?: INestApplication;
  private made?: OpenAPIObject;

  of(app: INestApplication): void {
    this.app = app;
  }

  get document(): OpenAPIObject {
    return (this.made ??= this.make());
  }

  private make(): OpenAPIObject {
    if (!this.app) throw new Error('the application is not there yet');
    const config = new DocumentBuilder()
      .setTitle('Doorstroomdossier')
      .setDescription(
        'One dossier for the way from vmbo to mbo. Sign in at /api/v1/session and send the token as Bearer.',
      )
      .setVersion(API_VERSION)
      .addServer('/')
      .addBearerAuth({ type: 'http', scheme: 'bearer' })
      .build();
    const document = SwaggerModule.createDocument(this.app, config);
    document.paths = Object.fromEntries(Object.entries(document.paths).filter(([path]) => path.startsWith('/api/v1/')));
    for (const path of Object.values(document.paths))
      for (const operation of Object.values(path) as { responses?: Record<string, unknown> }[])
        if (operation.responses) operation.responses.default = problem;
    for (const schema of Object.values(document.components?.schemas ?? {})) withoutDefaults(schema as Described);
    return document;
  }
}

type Described = { required?: string[]; properties?: Record<string, object> };

/** What has a value of its own when it is left out may be left out; the compiler plugin says otherwise. */
function withoutDefaults(schema: Described): void {
  if (!schema.required) return;
  schema.required = schema.required.filter((name) => !('default' in (schema.properties?.[name] ?? {})));
  if (schema.required.length === 0) delete schema.required;
}

@ApiExcludeController()
@Controller('api')
export class ApiDocumentController {
  constructor(private readonly api: ApiDocument) {}

  @Get('openapi.json')
  @Public()
  @Header('cache-control', 'public, max-age=300')
  document(): OpenAPIObject {
    return this.api.document;
  }
}
